"""A FastAPI dependency without a block keeps the connection."""

import asyncio

from sqlalchemy import String, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from collections.abc import AsyncIterator


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
        async def get_session() -> AsyncIterator[AsyncSession]:
            async with Session() as session:
                yield session

        dependency = get_session()
        session = await anext(dependency)
        print(list(await session.scalars(select(User.name))))
        print(engine.pool.checkedout())
        await dependency.aclose()
        print(engine.pool.checkedout())
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
