# raises: xd1r
# database: none (the creator opens SQLite with a sync driver)
"""Let a creator hand sync connections to an async engine."""

import asyncio
import sqlite3

from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

seen: list[str] = []


# --8<-- [start:read]
def connect() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.set_trace_callback(seen.append)
    return connection


engine = create_async_engine("sqlite+aiosqlite:///:memory:", creator=connect)
# --8<-- [end:read]


async def main() -> None:
    try:
        # --8<-- [start:execute]
        async with engine.connect() as connection:
            try:
                await connection.execute(text("SELECT 'Ada'"))
            finally:
                print("SQLite ran:", seen[-1])
        # --8<-- [end:execute]
    finally:
        await engine.dispose()


asyncio.run(main())
