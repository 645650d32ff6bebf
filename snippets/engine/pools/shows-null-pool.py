"""Count what a pool and NullPool open, and what NullPool does in memory."""

import asyncio

from sqlalchemy import NullPool, String, event, exc, func, select
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))


async def show(name: str, engine: AsyncEngine) -> None:
    opened: list[object] = []
    event.listen(engine.sync_engine, "connect", lambda *a: opened.append(a))
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        # --8<-- [start:read]
        try:
            for _ in range(3):
                async with engine.connect() as connection:
                    await connection.scalar(select(func.count(User.id)))
        except exc.OperationalError as error:
            print(error.orig)
        print(name, "opened", len(opened))
        # --8<-- [end:read]
    finally:
        await engine.dispose()


async def main() -> None:
    url = "sqlite+aiosqlite:///app.db"
    # --8<-- [start:engines]
    await show("default:", create_async_engine(url))
    await show("NullPool:", create_async_engine(url, poolclass=NullPool))
    memory = "sqlite+aiosqlite:///:memory:"
    await show("memory:", create_async_engine(memory, poolclass=NullPool))
    # --8<-- [end:engines]


asyncio.run(main())
