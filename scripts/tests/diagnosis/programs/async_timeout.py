"""Raises TimeoutError: a slow statement, cancelled by asyncio among the frames of greenlets."""

import asyncio

from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

SLOW = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000000) SELECT max(i) FROM n"


async def main() -> None:
    """Wait too briefly."""
    engine = create_async_engine("sqlite+aiosqlite://")
    try:
        async with engine.connect() as connection, asyncio.timeout(0.05):
            await connection.execute(text(SLOW))
    finally:
        await engine.dispose()


asyncio.run(main())
