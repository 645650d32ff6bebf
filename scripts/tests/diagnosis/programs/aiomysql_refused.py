"""Raises sqlalchemy.exc.OperationalError: no MySQL at this port, seen by aiomysql."""

import asyncio

from sqlalchemy.ext.asyncio import create_async_engine


async def main() -> None:
    """Connect to a closed port."""
    async with create_async_engine("mysql+aiomysql://app@127.0.0.1:9/app").connect():
        pass


asyncio.run(main())
