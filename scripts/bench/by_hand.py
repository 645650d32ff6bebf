"""The same work without the ORM's loaders: queries of one's own, with objects and without."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from scripts.bench.points import Point
from scripts.bench.schema import Comment, Like, Post, User, read
from scripts.bench.statements import PATHS, query


async def by_hand(session: AsyncSession, point: Point) -> int:
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


async def core(session: AsyncSession, point: Point) -> int:
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
