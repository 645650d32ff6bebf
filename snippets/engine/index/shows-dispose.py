"""Dispose of an engine while a session still has a connection."""

import asyncio
from typing import Any

from sqlalchemy import event, select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine

engine = create_async_engine("sqlite+aiosqlite:///app.db")
Session = async_sessionmaker(engine, expire_on_commit=False)
opened: list[Any] = []
closed: list[Any] = []
sync_engine = engine.sync_engine
event.listen(sync_engine, "connect", lambda *args: opened.append(args[0]))
event.listen(sync_engine, "close", lambda *args: closed.append(args[0]))


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
        async with engine.connect() as other:  # close it after all
            await other.run_sync(lambda _: opened[2].close())
    finally:
        await engine.dispose()


asyncio.run(main())
