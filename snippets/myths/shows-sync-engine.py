"""Ask twenty times, and look whether another task gets a turn meanwhile."""

import asyncio

from sqlalchemy import create_engine, make_url, select
from sqlalchemy.ext.asyncio import create_async_engine

URL = make_url("sqlite+aiosqlite:///app.db")
SYNC = {
    "sqlite": "sqlite",
    "postgresql": "postgresql+psycopg",
    "mysql": "mysql+pymysql",
}
sync_engine = create_engine(URL.set(drivername=SYNC[URL.get_backend_name()]))
engine = create_async_engine(URL)
turns: list[str] = []


async def other_task() -> None:
    while True:
        turns.append("one")
        await asyncio.sleep(0)


# --8<-- [start:ways]
def ask() -> None:
    with sync_engine.connect() as connection:
        for _ in range(20):
            connection.scalar(select(1))


async def blocks() -> None:
    ask()


async def in_a_thread() -> None:
    await asyncio.to_thread(ask)


async def awaits() -> None:
    async with engine.connect() as connection:
        for _ in range(20):
            await connection.scalar(select(1))
# --8<-- [end:ways]


async def main() -> None:
    try:
        for way in blocks, in_a_thread, awaits:
            turns.clear()
            task = asyncio.create_task(other_task())
            await way()
            print(f"{way.__name__}: the other task had a turn:", bool(turns))
            task.cancel()
    finally:
        sync_engine.dispose()
        await engine.dispose()


asyncio.run(main())
