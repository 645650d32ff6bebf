"""Raises sqlalchemy.exc.StatementError: a wrong type, wrapped, among the frames of greenlets."""

import asyncio

from sqlalchemy import DateTime, bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine


async def main() -> None:
    """Bind a word as a time."""
    engine = create_async_engine("sqlite+aiosqlite://")
    try:
        async with AsyncSession(engine) as session:
            await session.execute(select(bindparam("updated_at", "yesterday", DateTime)))
    finally:
        await engine.dispose()


asyncio.run(main())
