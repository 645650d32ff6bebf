"""A cancelled task gives its connection back, if the session has a block."""

import asyncio

from sqlalchemy import String, select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))


engine = create_async_engine("sqlite+aiosqlite:///app.db")
Session = async_sessionmaker(engine, expire_on_commit=False)


async def set_up() -> None:
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    async with Session.begin() as session:
        session.add(User(name="Ada"))


async def main() -> None:
    try:
        await set_up()

        # --8<-- [start:read]
        async def read() -> None:
            async with Session() as session:
                await session.scalars(select(User.name))
                await asyncio.sleep(60)

        task = asyncio.create_task(read())
        await asyncio.sleep(0.2)
        print(engine.pool.checkedout())
        task.cancel()
        await asyncio.wait([task])
        print(engine.pool.checkedout())
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
