"""Ask, without any SQL, whether an object lacks the column."""

import asyncio

from sqlalchemy import String, Text, inspect, select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, undefer


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
            plain, full = select(User), select(User).options(undefer(User.bio))
            for query in (plain, full, plain):
                user = (await session.scalars(query)).one()
                print("bio" in inspect(user).unloaded)
            new = User(name="Grace", bio="Admiral")
            session.add(new)
            await session.commit()
            print("bio" in inspect(new).unloaded, new.bio)
            # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
