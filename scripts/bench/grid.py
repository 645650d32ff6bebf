"""Which points are measured, and which small ones the quick check looks at."""

from dataclasses import replace
from typing import Any

from scripts.bench.points import NARROW, WIDE, Point


def _axes() -> list[Point]:
    """One base point, and one axis varied at a time."""
    base = Point()
    axes: dict[str, tuple[Any, ...]] = {
        "parents": (1, 10, 100, 1000, 10000),
        "children": (1, 3, 10, 30, 100),
        "parent_bytes": (NARROW, WIDE),
        "child_bytes": (NARROW, WIDE),
        "limit": (0, 10, 50),
        "rtt": (0, 1, 10),
    }
    return [replace(base, **{axis: value}) for axis, values in axes.items() for value in values]


def _corners() -> list[Point]:
    """Cases that an axis alone does not reach."""
    many = Point(kind="many-to-one", parents=1000, children=1)
    return [
        *(replace(many, targets=targets) for targets in (10, 100, 1000)),
        replace(many, targets=10, held=True),
        replace(many, targets=1000, held=True),
        replace(many, targets=10, parent_bytes=WIDE),
        replace(many, targets=10, rtt=10),
        replace(many, parents=10000, targets=10),
        replace(many, parents=10000, targets=10000),
        *(Point(kind="many-to-many", parents=parents) for parents in (100, 1000)),
        *(Point(kind="siblings", parents=100, children=children) for children in (1, 3, 10, 30)),
        Point(kind="siblings", rtt=10),
        *(Point(kind="two-levels", parents=100, children=children, nested=3) for children in (3, 10)),
        Point(kind="two-levels", parents=1000, children=3, nested=3),
        Point(parents=1000, parent_bytes=WIDE),
        Point(parents=1000, rtt=1),
        Point(parents=1000, rtt=10),
        Point(parents=1001, children=1),
        Point(parents=1201, children=2, chunk=2000),
    ]


def all_points() -> list[Point]:
    """Every point of the laboratory; SQLite has no network, so no round trip is varied there."""
    found = [*_axes(), *_corners()]
    found += [replace(point, database="sqlite") for point in found if not point.rtt]
    return list(dict.fromkeys(found))


def quick_points() -> list[Point]:
    """Small points for every formula and every edge of one: empty, one, a full batch, one more."""
    found = [Point(parents=parents, children=2) for parents in (1, 500, 501)]
    found += [
        Point(parents=30, children=0),
        Point(parents=30, limit=7, children=3),
        Point(parents=1201, children=1, chunk=500),
        Point(kind="many-to-one", parents=40, children=1, targets=7),
        Point(kind="many-to-one", parents=520, children=1, targets=510),
        Point(kind="many-to-one", parents=40, children=1, targets=7, held=True),
        Point(kind="many-to-many", parents=30, children=4),
        Point(kind="siblings", parents=20, children=3),
        Point(kind="two-levels", parents=20, children=3, nested=2),
        Point(kind="two-levels", parents=502, children=1, nested=1),
        Point(parents=1201, children=1, chunk=2000),
    ]
    return [replace(point, database=database) for database in ("sqlite", "postgresql") for point in found]
