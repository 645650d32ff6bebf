"""Raises sqlalchemy.exc.NoResultFound: from an asynchronous session."""

import asyncio

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine


async def main() -> None:
    """Ask for one row of none."""
    engine = create_async_engine("sqlite+aiosqlite://")
    try:
        async with AsyncSession(engine) as session:
            (await session.execute(text("SELECT 1 WHERE 1 = 2"))).scalar_one()
    finally:
        await engine.dispose()


asyncio.run(main())
