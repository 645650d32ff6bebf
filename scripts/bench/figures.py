"""What the benchmark page shows: for each question a slice of the results, as a plot and as a table."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from scripts.bench.points import NARROW, WIDE, Point
from scripts.bench.results import Results

MAIN = ("lazy", "selectinload", "joinedload", "subqueryload", "core")
NAMES = {
    "lazy": "awaitable_attrs (N+1)",
    "joinedload-inner": "joinedload, innerjoin",
    "by-hand": "a query by hand",
    "core": "Core rows, no objects",
}


@dataclass(frozen=True)
class Figure:
    """One question: the points along an axis, the strategies, and the figure that is drawn."""

    name: str
    title: str
    axis: str
    points: tuple[tuple[float, Point], ...]
    strategies: tuple[str, ...] = MAIN
    value: str = "wall_ms"
    unit: str = "milliseconds"
    logarithmic: bool = True

    def file(self, scheme: str) -> str:
        """The file of the plot for a palette, beside the results."""
        return f"{self.name}.{scheme}.svg"

    def at(self, results: Results, point: Point, strategy: str) -> dict[str, Any]:
        """The figures of one strategy at one point."""
        return results["points"][point.name]["strategies"][strategy]

    def line(self, results: Results, strategy: str) -> list[tuple[float, float]]:
        """The line of a strategy: the axis's value and the figure."""
        return [(x, self.at(results, point, strategy)[self.value]) for x, point in self.points]


def along(base: Point, values: tuple[float, ...], change: Callable[[Point, Any], Point]) -> tuple[Any, ...]:
    """The base point with one field varied."""
    return tuple((value, change(base, value)) for value in values)


def name(strategy: str) -> str:
    """A strategy as the page calls it."""
    return NAMES.get(strategy, strategy)


def all_figures() -> list[Figure]:
    """In the order of the page."""
    base, single = Point(), Point(kind="many-to-one", parents=1000, children=1)
    pair = Point(kind="siblings")
    children = along(base, (1, 3, 10, 30, 100), lambda point, value: replace(point, children=value))
    siblings = along(pair, (1, 3, 10, 30), lambda point, value: replace(point, children=value))
    return [
        Figure(
            "parents",
            "A collection: more parents",
            "users, ten posts each",
            along(base, (1, 10, 100, 1000, 10000), lambda point, value: replace(point, parents=value)),
        ),
        Figure("children", "A collection: more children", "posts of each of 100 users", children),
        Figure(
            "round-trip",
            "The way to the database",
            "round trip in milliseconds; 100 users, ten posts each",
            along(base, (0, 1, 10), lambda point, value: replace(point, rtt=value)),
            logarithmic=False,
        ),
        Figure("siblings", "Two collections", "posts, and as many likes, of each of 100 users", siblings),
        Figure(
            "sibling-rows",
            "Two collections: the rows",
            "posts, and as many likes, of each of 100 users",
            siblings,
            ("lazy", "selectinload", "joinedload"),
            "rows",
            "rows",
        ),
        Figure(
            "targets",
            "A many-to-one: more different targets",
            "different users of 1,000 posts",
            along(single, (10, 100, 1000), lambda point, value: replace(point, targets=value)),
        ),
        Figure(
            "width",
            "Wide parents",
            "bytes of each user's text; 1,000 users, ten posts each",
            along(Point(parents=1000), (NARROW, WIDE), lambda point, value: replace(point, parent_bytes=value)),
            ("selectinload", "joinedload", "subqueryload"),
            "bytes",
            "bytes",
        ),
    ]
