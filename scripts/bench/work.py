"""The same work, by each strategy: select the objects, reach every related one, and add up what was reached."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from scripts.bench.by_hand import by_hand, core
from scripts.bench.points import Point
from scripts.bench.statements import PATHS, query, statement

Work = Callable[[AsyncSession], Awaitable[int]]


def work(point: Point, strategy: str) -> Work:
    """What the clock runs; its result is the sum of the primary keys that it reached."""
    special = {"lazy": _lazy, "by-hand": by_hand, "core": core}.get(strategy)
    if special:
        return lambda session: special(session, point)

    async def loaded(session: AsyncSession) -> int:
        found = (await session.scalars(statement(point, strategy))).unique().all()
        return sum(_reached(each, path) for each in found for path in PATHS[point.kind][1])

    return loaded


def _reached(each: Any, path: Sequence[Any]) -> int:
    value = getattr(each, path[0].key)
    total = 0
    for child in value if isinstance(value, list) else [value]:
        total += child.id + (_reached(child, path[1:]) if len(path) > 1 else 0)
    return total


async def _lazy(session: AsyncSession, point: Point) -> int:
    total = 0
    for each in (await session.scalars(query(point))).all():
        for path in PATHS[point.kind][1]:
            total += await _awaited(each, path)
    return total


async def _awaited(each: Any, path: Sequence[Any]) -> int:
    value = await getattr(each.awaitable_attrs, path[0].key)
    total = 0
    for child in value if isinstance(value, list) else [value]:
        total += child.id + (await _awaited(child, path[1:]) if len(path) > 1 else 0)
    return total
