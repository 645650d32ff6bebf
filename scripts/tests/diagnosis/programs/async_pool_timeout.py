"""Raises sqlalchemy.exc.TimeoutError: an asynchronous pool of one, asked twice."""

import asyncio

from sqlalchemy.ext.asyncio import create_async_engine


async def main() -> None:
    """Connect inside a connection."""
    engine = create_async_engine("sqlite+aiosqlite:///pool.db", pool_size=1, max_overflow=0, pool_timeout=0.05)
    try:
        async with engine.connect(), engine.connect():
            pass
    finally:
        await engine.dispose()


asyncio.run(main())
