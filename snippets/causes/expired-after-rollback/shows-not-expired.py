"""Ask who expired: after a savepoint, and after the whole."""

import asyncio

from sqlalchemy import String, inspect, select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))


engine = create_async_engine("sqlite+aiosqlite://")
Session = async_sessionmaker(engine, expire_on_commit=False)


async def set_up() -> None:
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    async with Session.begin() as session:
        session.add_all([User(name="Ada"), User(name="Bob")])


async def main() -> None:
    try:
        await set_up()
        async with Session() as session:
            # --8<-- [start:read]
            ada, bob = await session.scalars(select(User).order_by(User.id))
            ada.name = "Ada Lovelace"
            savepoint = await session.begin_nested()
            bob.name = "Robert"
            eve = User(name="Eve")
            session.add(eve)
            await session.flush()
            await savepoint.rollback()
            for user in (ada, bob, eve):
                print(inspect(user).expired, inspect(user).identity)
            print(ada.name, "and", eve.name, eve.id)
            await session.rollback()
            for user in (ada, bob, eve):
                print(inspect(user).expired, inspect(user).identity)
            # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
