"""Make the engine inside the event loop that uses it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy import Engine, String, event, select
from sqlalchemy.ext.asyncio import AsyncEngine, async_sessionmaker
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))


Session = async_sessionmaker(expire_on_commit=False)
seen: list[str] = []


# --8<-- [start:read]
# Or an engine per event loop:
@asynccontextmanager
async def database() -> AsyncIterator[AsyncEngine]:
    engine = create_async_engine("sqlite+aiosqlite:///app.db")
    try:
        yield engine
    finally:
        await engine.dispose()


async def read() -> None:
    async with database() as engine, Session(bind=engine) as session:
        print(list(await session.scalars(select(User.name))))
# --8<-- [end:read]


async def set_up() -> None:
    async with database() as engine:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        async with Session(bind=engine) as session:
            session.add(User(name="Ada"))
            await session.commit()
    event.listen(
        Engine,
        "before_cursor_execute",
        lambda *args: seen.append(args[2]),
    )


asyncio.run(set_up())
asyncio.run(read())
print("statements:", len(seen))
