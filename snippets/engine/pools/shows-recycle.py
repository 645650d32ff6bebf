"""Replace a connection that is older than pool_recycle."""

import asyncio

from sqlalchemy import event, select
from sqlalchemy.ext.asyncio import create_async_engine

# --8<-- [start:read]
engine = create_async_engine("sqlite+aiosqlite:///app.db", pool_recycle=1)
# --8<-- [end:read]
opened: list[object] = []
closed: list[object] = []
event.listen(engine.sync_engine, "connect", lambda *args: opened.append(args))
event.listen(engine.sync_engine, "close", lambda *args: closed.append(args))


async def main() -> None:
    try:
        # --8<-- [start:use]
        async with engine.connect() as connection:
            await connection.scalar(select(1))
            await asyncio.sleep(1.1)
            await connection.scalar(select(2))
        print("in use:", len(opened), "opened", len(closed), "closed")
        await asyncio.sleep(0.1)
        print("idle:", len(opened), "opened", len(closed), "closed")
        async with engine.connect() as connection:
            await connection.scalar(select(3))
        print("taken:", len(opened), "opened", len(closed), "closed")
        # --8<-- [end:use]
    finally:
        await engine.dispose()


asyncio.run(main())
