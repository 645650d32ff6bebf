"""Raises LookupError: from a coroutine that await_only runs where it may."""

import asyncio

from sqlalchemy.util import await_only, greenlet_spawn


async def look() -> None:
    """Find nothing."""
    raise LookupError("nothing is here")


def synchronous() -> None:
    """Await from a plain function, inside a greenlet."""
    await_only(look())


asyncio.run(greenlet_spawn(synchronous))
