"""Dispose of an engine while a session still has a connection."""

import asyncio
import gc
import warnings

from sqlalchemy import event, select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine

engine = create_async_engine("sqlite+aiosqlite:///app.db")
Session = async_sessionmaker(engine, expire_on_commit=False)
# The connection that nobody closes warns when it is collected: not shown here.
warnings.simplefilter("ignore", ResourceWarning)
opened: list[str] = []
closed: list[str] = []
event.listen(engine.sync_engine, "connect", lambda *args: opened.append(""))
event.listen(engine.sync_engine, "close", lambda *args: closed.append(""))


def show(when: str) -> None:
    print(f"{when}: {len(opened)} opened, {len(closed)} closed")


async def use_two() -> None:
    async with Session() as one, Session() as two:
        await one.scalar(select(1))
        await two.scalar(select(1))


async def main() -> None:
    try:
        # --8<-- [start:read]
        await use_two()
        show("used")
        await engine.dispose()
        show("disposed")
        async with Session() as held:
            await held.scalar(select(1))
            await engine.dispose()
            show("disposed too early")
        show("session closed")
        # --8<-- [end:read]
        gc.collect()
    finally:
        await engine.dispose()


asyncio.run(main())
