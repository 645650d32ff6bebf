"""Raises asyncio.exceptions.CancelledError: a task that was called off."""

import asyncio


async def main() -> None:
    """Cancel a task and wait for it."""
    task = asyncio.create_task(asyncio.sleep(5))
    await asyncio.sleep(0)
    task.cancel()
    await task


asyncio.run(main())
