"""Raises sqlalchemy.exc.OperationalError: no PostgreSQL at this port, seen by psycopg."""

import asyncio

from sqlalchemy.ext.asyncio import create_async_engine


async def main() -> None:
    """Connect to a closed port."""
    async with create_async_engine("postgresql+psycopg://app@127.0.0.1:9/app").connect():
        pass


asyncio.run(main())
