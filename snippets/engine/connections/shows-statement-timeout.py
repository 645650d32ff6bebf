"""Let the server end a statement after 0.2 seconds."""

import asyncio

from sqlalchemy import exc, select, text
from sqlalchemy.ext.asyncio import create_async_engine

# --8<-- [start:read]
MARIADB = {"init_command": "SET SESSION max_statement_time = 0.2"}
CONNECT_ARGS = {
    "asyncpg": {"server_settings": {"statement_timeout": "200"}},
    "psycopg": {"options": "-c statement_timeout=200"},
    "asyncmy": MARIADB,
    "aiomysql": MARIADB,
    "aiosqlite": {},
}
# --8<-- [end:read]
SLOW = {
    "postgresql": "SELECT pg_sleep(1)",
    "mysql": "SELECT SLEEP(1) FROM dual",
    "sqlite": "SELECT 1",
}
URL = "sqlite+aiosqlite:///app.db"
DRIVER = URL.partition("+")[2].partition(":")[0]
engine = create_async_engine(URL, connect_args=CONNECT_ARGS[DRIVER])


async def main() -> None:
    try:
        # --8<-- [start:use]
        async with engine.connect() as connection:
            try:
                await connection.execute(text(SLOW[engine.dialect.name]))
                print("not ended")
            except exc.DBAPIError as error:
                print("ended, lost:", error.connection_invalidated)
                await connection.rollback()
            print(await connection.scalar(select(1)))
        # --8<-- [end:use]
    finally:
        await engine.dispose()


asyncio.run(main())
