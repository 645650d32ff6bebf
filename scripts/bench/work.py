"""The same work, by each strategy: select the objects, reach every related one, and add up what was reached."""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import contains_eager, immediateload, joinedload, selectinload, subqueryload

from scripts.bench.points import Point
from scripts.bench.schema import Comment, Like, Post, User, read

Work = Callable[[AsyncSession], Awaitable[int]]

# Kind -> the class that is selected, and the paths of relationships to load.
PATHS: dict[str, tuple[Any, list[list[Any]]]] = {
    "one-to-many": (User, [[User.posts]]),
    "many-to-one": (Post, [[Post.user]]),
    "many-to-many": (User, [[User.read]]),
    "siblings": (User, [[User.posts], [User.likes]]),
    "two-levels": (User, [[User.posts, Post.comments]]),
}
OPTIONS: dict[str, Callable[..., Any]] = {
    "selectinload": selectinload,
    "joinedload": joinedload,
    "joinedload-inner": joinedload,
    "subqueryload": subqueryload,
    "immediateload": immediateload,
    "contains_eager": contains_eager,
}


def query(point: Point) -> Select[Any]:
    """The query for the selected objects, without any option."""
    selected, _ = PATHS[point.kind]
    statement = select(selected).order_by(selected.id)
    return statement.limit(point.limit) if point.limit else statement


def option(path: Sequence[Any], strategy: str, point: Point) -> Any:
    """The loader option for one path of relationships."""
    arguments = {"innerjoin": True} if strategy == "joinedload-inner" else {}
    if strategy == "selectinload" and point.chunk != 500:
        arguments = {"chunksize": point.chunk}
    made: Any = None
    for step in path:
        load = OPTIONS[strategy] if made is None else getattr(made, OPTIONS[strategy].__name__)
        made = load(step, **arguments)
    return made


def statement(point: Point, strategy: str) -> Select[Any]:
    """The query with the strategy's options."""
    made, (_, paths) = query(point), PATHS[point.kind]
    if strategy == "contains_eager":
        for path in paths:
            for step in path:
                made = made.outerjoin(step)
    return made.options(*(option(path, strategy, point) for path in paths))


def work(point: Point, strategy: str) -> Work:
    """What the clock runs; its result is the sum of the primary keys that it reached."""
    special = {"lazy": _lazy, "by-hand": _by_hand, "core": _core}.get(strategy)
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


async def _by_hand(session: AsyncSession, point: Point) -> int:
    """A second query of one's own per relationship, put together in Python."""
    found = (await session.scalars(query(point))).all()
    ids = [each.id for each in found]
    if point.kind == "many-to-one":
        wanted = sorted({post.user_id for post in found})
        users = {user.id: user for user in await session.scalars(select(User).where(User.id.in_(wanted)))}
        return sum(users[post.user_id].id for post in found)
    if point.kind == "many-to-many":
        links = select(read.c.user_id, Post).join(Post, Post.id == read.c.post_id).where(read.c.user_id.in_(ids))
        return _joined(found, ((row[0], row[1]) for row in await session.execute(links)))
    posts = (await session.scalars(select(Post).where(Post.user_id.in_(ids)))).all()
    total = _joined(found, ((post.user_id, post) for post in posts))
    if point.kind == "siblings":
        likes = await session.scalars(select(Like).where(Like.user_id.in_(ids)))
        total += _joined(found, ((like.user_id, like) for like in likes))
    if point.kind == "two-levels":
        asked = select(Comment).where(Comment.post_id.in_([post.id for post in posts]))
        total += _joined(posts, ((each.post_id, each) for each in await session.scalars(asked)))
    return total


def _joined(owners: Sequence[Any], pairs: Any) -> int:
    found: defaultdict[int, list[Any]] = defaultdict(list)
    for owner, child in pairs:
        found[owner].append(child)
    return sum(child.id for owner in owners for child in found[owner.id])


async def _core(session: AsyncSession, point: Point) -> int:
    """The floor: the rows of one JOIN, or of one per collection, and no object."""
    selected, paths = PATHS[point.kind]
    total = 0
    for path in paths:
        made = select(*selected.__table__.c, *(column for step in path for column in step.mapper.local_table.c))
        made = made.select_from(selected).order_by(selected.id)
        for step in path:
            made = made.join(step)
        if point.limit:
            made = made.where(selected.id.in_(select(selected.id).order_by(selected.id).limit(point.limit)))
        rows = (await session.execute(made)).all()
        total += _keys(rows, point)
    return total


def _keys(rows: Sequence[Any], point: Point) -> int:
    """The sum of the related rows' keys; a child stands in as many rows as it has children of its own."""
    wide = len(User.__table__.c)
    if point.kind == "many-to-one":
        return sum(row[len(Post.__table__.c)] for row in rows)
    if point.kind != "two-levels":
        return sum(row[wide] for row in rows)
    posts = {row[wide] for row in rows}
    return sum(posts) + sum(row[wide + len(Post.__table__.c)] for row in rows)
