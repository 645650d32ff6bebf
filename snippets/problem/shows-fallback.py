# cells: sqlalchemy<2.1
# also: 1.4, 1.4.35
# database: none (the message does not depend on one)
"""Call what the option async_fallback=true calls, while the loop runs."""

import asyncio

from sqlalchemy import util
from sqlalchemy.exc import MissingGreenlet


async def main():
    # --8<-- [start:read]
    try:
        util.await_fallback(asyncio.Future())
    except MissingGreenlet as error:
        print(error)
    # --8<-- [end:read]


asyncio.run(main())
