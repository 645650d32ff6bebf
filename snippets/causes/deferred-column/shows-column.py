"""Select the deferred column itself."""

import asyncio

from sqlalchemy import String, Text, select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))
    # --8<-- [start:column]
    bio: Mapped[str] = mapped_column(Text, deferred=True)
    # --8<-- [end:column]


engine = create_async_engine("sqlite+aiosqlite://")
Session = async_sessionmaker(engine, expire_on_commit=False)


async def set_up() -> None:
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    async with Session.begin() as session:
        session.add(User(name="Ada", bio="Poet"))


async def main() -> None:
    try:
        await set_up()
        async with Session() as session:
            # --8<-- [start:read]
            row = (await session.execute(select(User.name, User.bio))).one()
            print(row.name, row.bio)
            # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
