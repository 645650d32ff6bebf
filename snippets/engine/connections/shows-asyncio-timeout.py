"""Cancel a statement after 0.2 seconds."""

import asyncio

from sqlalchemy import event, select, text
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine

engine = create_async_engine("sqlite+aiosqlite:///app.db")
Session = async_sessionmaker(engine, expire_on_commit=False)
SLOW = {
    "postgresql": "SELECT pg_sleep(1)",
    "mysql": "SELECT SLEEP(1) FROM dual",
    "sqlite": "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
    " LIMIT 5000000) SELECT count(*) FROM n",
}
opened: list[object] = []
event.listen(engine.sync_engine, "connect", lambda *args: opened.append(args))


async def main() -> None:
    try:
        slow = text(SLOW[engine.dialect.name])
        # --8<-- [start:read]
        try:
            async with Session() as session:
                await session.execute(select(0))
                async with asyncio.timeout(0.2):
                    await session.execute(slow)
        except TimeoutError:
            print("cancelled, in use:", engine.pool.checkedout())
        async with Session() as session:
            print(await session.scalar(select(1)), "opened:", len(opened))
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
