"""Raises LookupError: in a task that nobody waits for, so that asyncio logs it."""

import asyncio


async def background() -> None:
    """Fail behind everybody's back."""
    raise LookupError("no worker is left")


async def main() -> None:
    """Forget the task."""
    tasks = [asyncio.create_task(background())]
    await asyncio.sleep(0.01)
    tasks.clear()


asyncio.run(main())
