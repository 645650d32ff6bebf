"""Raises ExceptionGroup: two ValueErrors of a task group."""

import asyncio


async def parse(text: str) -> int:
    """A number."""
    await asyncio.sleep(0)
    return int(text)


async def main() -> None:
    """Parse two words."""
    async with asyncio.TaskGroup() as group:
        group.create_task(parse("one"))
        group.create_task(parse("two"))


asyncio.run(main())
