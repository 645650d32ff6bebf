"""Read through an async engine, and await the statement."""

import asyncio

from sqlalchemy import Engine, String, event, select
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))


URL = "sqlite+aiosqlite:///app.db"


async def set_up() -> None:
    engine = create_async_engine(URL)
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
            await connection.execute(User.__table__.insert(), {"name": "Ada"})
    finally:
        await engine.dispose()


async def main() -> None:
    seen: list[str] = []
    event.listen(
        Engine, "before_cursor_execute", lambda *args: seen.append(args[2])
    )
    # --8<-- [start:read]
    engine = create_async_engine(URL)
    print(type(engine).__name__)
    try:
        async with engine.connect() as connection:
            print(await connection.scalar(select(User.name)))
    finally:
        await engine.dispose()
    # --8<-- [end:read]
    print("statements:", len(seen))


asyncio.run(set_up())
asyncio.run(main())
