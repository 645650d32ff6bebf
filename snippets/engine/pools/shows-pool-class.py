# database: none (no connection is opened)
"""Print the pool that each URL gets."""

import asyncio

from sqlalchemy.ext.asyncio import create_async_engine

URLS = [
    # --8<-- [start:read]
    "sqlite+aiosqlite:///:memory:",
    "sqlite+aiosqlite:///file.db",
    "postgresql+asyncpg://app@db/app",
    "postgresql+psycopg://app@db/app",
    "mysql+asyncmy://app@db/app",
    "mysql+aiomysql://app@db/app",
    # --8<-- [end:read]
]


async def main() -> None:
    for url in URLS:
        engine = create_async_engine(url)
        pool = engine.pool
        try:
            size = f"size {pool.size()}" if hasattr(pool, "size") else "no size"
            print(f"{url:<32}{type(pool).__name__}, {size}")
        finally:
            await engine.dispose()


asyncio.run(main())
