# cells: asyncpg
"""Let asyncpg give up a statement after half a second."""

import asyncio

from sqlalchemy import exc, select, text
from sqlalchemy.ext.asyncio import create_async_engine

URL = "sqlite+aiosqlite:///app.db"
# --8<-- [start:read]
ARGUMENTS = {"command_timeout": 0.5} if "asyncpg" in URL else {}
engine = create_async_engine(URL, connect_args=ARGUMENTS)
# --8<-- [end:read]


async def main() -> None:
    if not ARGUMENTS:
        print("not asyncpg")
        raise SystemExit(1)
    try:
        # --8<-- [start:use]
        async with engine.connect() as connection:
            try:
                await connection.execute(text("SELECT pg_sleep(3)"))
            except exc.SQLAlchemyError:
                print("an error of SQLAlchemy's")
            except TimeoutError:
                print("the built-in TimeoutError, not SQLAlchemy's")
            print("kept:", not connection.invalidated)
            await connection.rollback()
            print(await connection.scalar(select(1)))
        # --8<-- [end:use]
    finally:
        await engine.dispose()


asyncio.run(main())
