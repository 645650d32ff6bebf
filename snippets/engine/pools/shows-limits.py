"""Use up a pool, and give the connections back."""

import asyncio

from sqlalchemy import event, exc
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine

# --8<-- [start:read]
engine = create_async_engine(
    "sqlite+aiosqlite:///app.db",
    pool_size=1,
    max_overflow=1,
    pool_timeout=0.1,
)
# --8<-- [end:read]
Session = async_sessionmaker(engine, expire_on_commit=False)
closed: list[object] = []
event.listen(engine.sync_engine, "close", lambda *args: closed.append(args))


async def main() -> None:
    try:
        # --8<-- [start:use]
        async with Session() as one, Session() as two, Session() as three:
            await one.connection()
            await two.connection()
            print("in use:", engine.pool.checkedout())
            try:
                await three.connection()
            except exc.TimeoutError as error:
                print(error)
                print("the built-in one:", isinstance(error, TimeoutError))
        print("kept:", engine.pool.checkedin(), "closed:", len(closed))
        # --8<-- [end:use]
    finally:
        await engine.dispose()


asyncio.run(main())
