"""Await one column of a deferred group, and read another."""

import asyncio

from sqlalchemy import String, Text, event, select
from sqlalchemy.ext.asyncio import AsyncAttrs, async_sessionmaker
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(AsyncAttrs, DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))
    # --8<-- [start:column]
    bio: Mapped[str] = mapped_column(Text, deferred_group="profile")
    address: Mapped[str] = mapped_column(Text, deferred_group="profile")
    # --8<-- [end:column]


engine = create_async_engine("sqlite+aiosqlite://")
Session = async_sessionmaker(engine, expire_on_commit=False)


async def set_up() -> None:
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    async with Session.begin() as session:
        session.add(User(name="Ada", bio="Poet", address="London"))


async def main() -> None:
    try:
        await set_up()
        seen: list[str] = []
        event.listen(
            engine.sync_engine,
            "before_cursor_execute",
            lambda *args: seen.append(args[2]),
        )
        async with Session() as session:
            # --8<-- [start:read]
            user = (await session.scalars(select(User))).one()
            print(await user.awaitable_attrs.bio)
            print(user.address)
            # --8<-- [end:read]
            print("statements:", len(seen))
    finally:
        await engine.dispose()


asyncio.run(main())
