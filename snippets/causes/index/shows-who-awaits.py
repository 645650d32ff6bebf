# database: none (the mechanism is the same without one)
"""Hand a coroutine to SQLAlchemy's await_() without and with a caller."""

import asyncio
import inspect
from collections.abc import Awaitable

from sqlalchemy.exc import MissingGreenlet
from sqlalchemy.util.concurrency import await_only, greenlet_spawn


# --8<-- [start:read]
async def driver() -> str:
    print("the driver runs")
    return "rows"


def attribute_read(coroutine: Awaitable[str]) -> str:
    return await_only(coroutine)


async def main() -> None:
    alone = driver()
    try:
        attribute_read(alone)
    except MissingGreenlet as error:
        print(error.code, inspect.getcoroutinestate(alone))
    print(await greenlet_spawn(attribute_read, driver()))
# --8<-- [end:read]


asyncio.run(main())
