"""Raises RuntimeError: asyncio.run() cannot be called from a running event loop."""

import asyncio


async def inner() -> None:
    """Is never awaited."""


async def outer() -> None:
    """Start a second loop."""
    asyncio.run(inner())


asyncio.run(outer())
