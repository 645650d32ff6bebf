# database: none (the creator opens SQLite in memory)
"""Let async_creator hand async connections to the engine."""

import asyncio

import aiosqlite
from sqlalchemy import event, text
from sqlalchemy.ext.asyncio import create_async_engine


# --8<-- [start:read]
async def connect() -> aiosqlite.Connection:
    return await aiosqlite.connect(":memory:")


engine = create_async_engine(
    "sqlite+aiosqlite:///:memory:", async_creator=connect
)
# --8<-- [end:read]


async def main() -> None:
    try:
        seen: list[str] = []
        event.listen(
            engine.sync_engine,
            "before_cursor_execute",
            lambda *args: seen.append(args[2]),
        )
        # --8<-- [start:execute]
        async with engine.connect() as connection:
            result = await connection.execute(text("SELECT 'Ada'"))
            print(result.scalar_one())
        # --8<-- [end:execute]
        print("statements:", len(seen))
    finally:
        await engine.dispose()


asyncio.run(main())
