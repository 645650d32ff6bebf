"""Raises ConnectionRefusedError: no PostgreSQL at this port, seen by asyncpg."""

import asyncio

from sqlalchemy.ext.asyncio import create_async_engine


async def main() -> None:
    """Connect to a closed port."""
    async with create_async_engine("postgresql+asyncpg://app@127.0.0.1:9/app?ssl=disable").connect():
        pass


asyncio.run(main())
