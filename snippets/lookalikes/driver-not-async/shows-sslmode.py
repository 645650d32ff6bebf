# database: none (asyncpg refuses the parameter before it connects)
"""Give asyncpg a URL that was written for psycopg2."""

import asyncio
import inspect

import asyncpg
from sqlalchemy.ext.asyncio import create_async_engine

# --8<-- [start:read]
engine = create_async_engine(
    "postgresql+asyncpg://ada@localhost/app?sslmode=require"
)


async def main() -> None:
    try:
        async with engine.connect():
            pass
    except TypeError as error:
        print(error)
    finally:
        await engine.dispose()
    print("ssl:", "ssl" in inspect.signature(asyncpg.connect).parameters)
# --8<-- [end:read]


asyncio.run(main())
