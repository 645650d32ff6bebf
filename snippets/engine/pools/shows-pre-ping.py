"""Use a connection that was closed while it waited in the pool."""

import asyncio
import inspect

from sqlalchemy import exc, select
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

URL = "sqlite+aiosqlite:///app.db"


async def close_behind(engine: AsyncEngine) -> None:
    """Do what a server does with an idle connection."""
    async with engine.connect() as connection:
        raw = await connection.get_raw_connection()
        driver = raw.driver_connection
    done = driver.close()
    if inspect.isawaitable(done):
        await done


async def show(engine: AsyncEngine) -> None:
    pings: list[object] = []
    ping = engine.dialect.do_ping
    engine.dialect.do_ping = lambda raw: pings.append(raw) or ping(raw)
    try:
        # --8<-- [start:read]
        await close_behind(engine)
        for _ in range(3):
            try:
                async with engine.connect() as connection:
                    print(await connection.scalar(select(1)), end=" ")
            except exc.DBAPIError as error:
                print("lost:", error.connection_invalidated, end=" ")
        print("pings:", len(pings))
        # --8<-- [end:read]
    finally:
        await engine.dispose()


async def main() -> None:
    # --8<-- [start:engines]
    await show(create_async_engine(URL))
    await show(create_async_engine(URL, pool_pre_ping=True))
    # --8<-- [end:engines]


asyncio.run(main())
