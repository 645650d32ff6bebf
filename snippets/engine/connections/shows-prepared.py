# cells: postgresql
"""Meet a prepared statement that another client has left behind."""

import asyncio
import re

from sqlalchemy import exc, text
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

URL = "sqlite+aiosqlite:///app.db"
DRIVER = URL.partition("+")[2].partition(":")[0]
LEFT = {"asyncpg": "__asyncpg_stmt_20__", "psycopg": "_pg3_0"}
# --8<-- [start:read]
NO_NAMES = {
    "asyncpg": {"statement_cache_size": 0},
    "psycopg": {"prepare_threshold": None},
}
# --8<-- [end:read]


async def show(engine: AsyncEngine) -> None:
    try:
        # --8<-- [start:use]
        async with engine.connect() as connection:
            left = text(f"PREPARE {LEFT[DRIVER]} AS SELECT 1")
            await connection.execute(left)
            try:
                for number in range(300):
                    await connection.scalar(text(f"SELECT {number % 30}"))
                print("300 answers")
            except exc.ProgrammingError as error:
                told = re.sub(r'"\w+"', "…", str(error))
                print(re.search("prepared .+ exists", told)[0])
        # --8<-- [end:use]
    finally:
        await engine.dispose()


async def main() -> None:
    if DRIVER not in NO_NAMES:
        print("not PostgreSQL")
        raise SystemExit(1)
    await show(create_async_engine(URL))
    await show(create_async_engine(URL, connect_args=NO_NAMES[DRIVER]))


asyncio.run(main())
