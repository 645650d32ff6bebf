"""Work with a cursor, and await the driver, when a connection is made."""

import asyncio

from sqlalchemy import event, text
from sqlalchemy.ext.asyncio import create_async_engine

engine = create_async_engine("sqlite+aiosqlite://")


async def awaited(driver_connection: object) -> None:
    await asyncio.sleep(0)
    print("connect: a coroutine was awaited")


# --8<-- [start:read]
@event.listens_for(engine.sync_engine, "connect")
def on_connect(dbapi_connection, record) -> None:
    cursor = dbapi_connection.cursor()
    cursor.execute("SELECT 1")
    print("connect:", cursor.fetchone()[0])
    cursor.close()
    dbapi_connection.run_async(awaited)


@event.listens_for(engine.sync_engine, "checkout")
def on_checkout(dbapi_connection, record, proxy) -> None:
    cursor = dbapi_connection.cursor()
    cursor.execute("SELECT 2")
    print("checkout:", cursor.fetchone()[0])
    cursor.close()


# --8<-- [end:read]
async def main() -> None:
    try:
        async with engine.connect() as connection:
            print("connection:", await connection.scalar(text("SELECT 3")))
    finally:
        await engine.dispose()


asyncio.run(main())
