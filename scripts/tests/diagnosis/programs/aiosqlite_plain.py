"""Raises sqlite3.OperationalError: from aiosqlite, without SQLAlchemy."""

import asyncio

import aiosqlite


async def main() -> None:
    """Select from nothing."""
    async with aiosqlite.connect(":memory:") as connection:
        await connection.execute("SELECT * FROM user")


asyncio.run(main())
