# raises: xd3s
"""Ask for an inspector of an async engine."""

import asyncio

from sqlalchemy import inspect
from sqlalchemy.ext.asyncio import create_async_engine

engine = create_async_engine("sqlite+aiosqlite://")


async def main() -> None:
    try:
        # --8<-- [start:read]
        print(inspect(engine).get_table_names())
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
