# cells: asyncpg
"""Hold asyncpg's settings against what a pooler does to a connection."""

import asyncio
from uuid import uuid4

from sqlalchemy import exc, text
from sqlalchemy.ext.asyncio import create_async_engine

URL = "sqlite+aiosqlite:///app.db"
# --8<-- [start:read]
UNIQUE = {"prepared_statement_name_func": lambda: f"app_{uuid4()}"}
SETTINGS = {
    "default": {},
    "prepared_statement_cache_size": {"prepared_statement_cache_size": 0},
    "unique names": UNIQUE,
    "unique names, none kept": {"prepared_statement_cache_size": 0, **UNIQUE},
    "statement_cache_size": {"statement_cache_size": 0},
}
# --8<-- [end:read]
GONE = "DEALLOCATE ALL;"
TAKEN = GONE + "".join(
    f"PREPARE __asyncpg_stmt_{number:x}__ AS SELECT 1;"
    for number in range(0, 4000, 20)
)


async def outcome(arguments, before, numbers, pool_pre_ping=False) -> str:
    engine = create_async_engine(
        URL, connect_args=arguments, pool_pre_ping=pool_pre_ping
    )
    try:
        for then in "SELECT 0", before, "":
            async with engine.connect() as connection:
                for number in [0] if then else numbers:
                    await connection.scalar(text(f"SELECT {number}"))
                await connection.commit()
                raw = await connection.get_raw_connection()
                await raw.driver_connection.execute(then or "SELECT 0")
        return "passes"
    except exc.DBAPIError as error:
        return error.orig.sqlstate
    finally:
        await engine.dispose()


async def main() -> None:
    if "asyncpg" not in URL:
        print("not asyncpg")
        raise SystemExit(1)
    print(f"{'':<31}taken   gone    gone, pinged")
    for name, arguments in SETTINGS.items():
        taken = await outcome(arguments, TAKEN, range(1, 41))
        gone = await outcome(arguments, GONE, [0])
        pinged = await outcome(arguments, GONE, [0], True)
        print(f"{name:<31}{taken:<8}{gone:<8}{pinged}")


asyncio.run(main())
