"""Raises sqlalchemy.exc.OperationalError: a directory that does not exist, seen while connecting."""

import asyncio

from sqlalchemy.ext.asyncio import create_async_engine


async def main() -> None:
    """Connect to nowhere."""
    async with create_async_engine("sqlite+aiosqlite:////nowhere/app.db").connect():
        pass


asyncio.run(main())
