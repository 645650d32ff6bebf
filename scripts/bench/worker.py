"""The process that is measured. It reads an order a line from standard input and answers with a line of JSON.

It runs in any environment of the matrix, so it imports nothing but SQLAlchemy and the laboratory.
"""

import asyncio
import gc
import json
import statistics
import sys
import time
import tracemalloc
from typing import Any

from sqlalchemy import event, select, text
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine

from scripts.bench.points import Point
from scripts.bench.schema import Base, User, fill
from scripts.bench.work import work


class Worker:
    """The engines of one database, and the point that it holds."""

    def __init__(self, urls: dict[str, str]) -> None:
        self.engines = {name: create_async_engine(url) for name, url in urls.items()}
        self.point = Point()

    async def fill(self, point: dict[str, Any]) -> dict[str, Any]:
        """Put a point's rows into the database."""
        self.point = Point(**point)
        async with self.engines["direct"].begin() as connection:
            await fill(connection, self.point)
        return {}

    async def count(self, strategy: str, engine: str) -> dict[str, Any]:
        """Statements, rows and objects of one run, whose statements were prepared by a run before."""
        async with AsyncSession(self.engines[engine]) as session:
            kept = await self._prepared(session)
            await work(self.point, strategy)(session)
            session.expunge_all()
            kept = await self._prepared(session)
            counted = Counted(self.engines[engine])
            await _told({"ready": True})
            total = await work(self.point, strategy)(session)
            await _told({"done": True})
            counted.stop()
            connection = await session.connection()
            rows = [len((await connection.exec_driver_sql(*each)).all()) for each in counted.statements]
        del kept
        return {"sum": total, "statements": len(rows), "rows": sum(rows), "objects": counted.objects}

    async def time(self, strategy: str, engine: str) -> dict[str, Any]:
        """Milliseconds by the clock and of this process's CPU, of one run."""
        async with AsyncSession(self.engines[engine]) as session:
            kept = await self._prepared(session)
            gc.collect()
            wall, cpu = time.perf_counter(), time.process_time()
            await work(self.point, strategy)(session)
            taken = time.perf_counter() - wall, time.process_time() - cpu
        del kept
        return {"wall_ms": taken[0] * 1000, "cpu_ms": taken[1] * 1000}

    async def memory(self, strategy: str, engine: str) -> dict[str, Any]:
        """The most kilobytes that one run holds at a time, of what Python allocates."""
        async with AsyncSession(self.engines[engine]) as session:
            kept = await self._prepared(session)
            gc.collect()
            tracemalloc.start()
            await work(self.point, strategy)(session)
            peak = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
        del kept
        return {"memory_kb": round(peak / 1024)}

    async def ping(self, engine: str) -> dict[str, Any]:
        """The median time of the smallest statement, in milliseconds."""
        taken = []
        async with self.engines[engine].connect() as connection:
            for _ in range(40):
                start = time.perf_counter()
                await connection.execute(text("SELECT 1"))
                taken.append(time.perf_counter() - start)
        return {"ms": statistics.median(taken) * 1000}

    async def _prepared(self, session: AsyncSession) -> list[Any]:
        """Connect, begin the transaction, and hold what the point says the session holds."""
        await session.execute(text("SELECT 1"))
        return list(await session.scalars(select(User))) if self.point.held else []


class Counted:
    """What an engine is given to execute, and what objects come of it, until it is stopped."""

    def __init__(self, engine: AsyncEngine) -> None:
        self.statements: list[tuple[str, Any]] = []
        self.objects = 0
        self._hooks = (
            (engine.sync_engine, "before_cursor_execute", self._executed),
            (Base, "load", self._loaded),
        )
        for target, name, hook in self._hooks:
            event.listen(target, name, hook, **({"propagate": True} if target is Base else {}))

    def stop(self) -> None:
        """Count no more."""
        for hook in self._hooks:
            event.remove(*hook)

    def _executed(self, connection: Any, cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        self.statements.append((statement, parameters))

    def _loaded(self, *_: Any) -> None:
        self.objects += 1


async def _told(answer: dict[str, Any]) -> None:
    """Say something, and wait for the line that lets the work go on."""
    print(json.dumps(answer), flush=True)
    sys.stdin.readline()


async def main() -> None:
    """Answer orders until the input ends."""
    worker = Worker(json.loads(sys.stdin.readline()))
    try:
        while line := sys.stdin.readline():
            order = json.loads(line)
            answer = await getattr(worker, order.pop("do"))(**order)
            print(json.dumps(answer), flush=True)
    finally:
        for engine in worker.engines.values():
            await engine.dispose()


if __name__ == "__main__":
    asyncio.run(main())
