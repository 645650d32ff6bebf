"""Raises sqlalchemy.exc.OperationalError: no such table, among the frames of greenlets."""

import asyncio

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine


async def main() -> None:
    """Select from nothing."""
    engine = create_async_engine("sqlite+aiosqlite://")
    try:
        async with AsyncSession(engine) as session:
            await session.execute(text("SELECT id, updated_at FROM user"))
    finally:
        await engine.dispose()


asyncio.run(main())
