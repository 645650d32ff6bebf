"""The query of a point, without and with the loader options of a strategy."""

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import contains_eager, immediateload, joinedload, selectinload, subqueryload

from scripts.bench.points import Point
from scripts.bench.schema import Post, User

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
