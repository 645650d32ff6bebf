"""Run a test that commits, and take everything back."""

import asyncio

from sqlalchemy import String, func, select
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))


engine = create_async_engine("sqlite+aiosqlite:///app.db")


async def main() -> None:
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        count = select(func.count(User.id))
        # --8<-- [start:read]
        async with engine.connect() as connection:
            await connection.begin()
            async with AsyncSession(
                connection, join_transaction_mode="create_savepoint"
            ) as session:
                session.add(User(name="Ada"))
                await session.commit()
                print("in the test:", await session.scalar(count))
            await connection.rollback()
        async with engine.connect() as connection:
            print("after it:", await connection.scalar(count))
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
