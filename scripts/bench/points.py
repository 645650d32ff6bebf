"""What is measured: the points (a relationship, its sizes, a database, a round trip) and the strategies."""

from dataclasses import asdict, dataclass, fields, replace
from typing import Any

KINDS = {
    "one-to-many": "User.posts: a collection",
    "many-to-one": "Post.user: one target each",
    "many-to-many": "User.read: a collection by way of a link table",
    "siblings": "User.posts and User.likes: two collections",
    "two-levels": "User.posts, and Post.comments of each",
}
STRATEGIES = (
    "lazy",
    "selectinload",
    "joinedload",
    "joinedload-inner",
    "subqueryload",
    "immediateload",
    "contains_eager",
    "by-hand",
    "core",
)
# A strategy that sends a statement per object; where every one of them waits, a large point would take hours.
PER_OBJECT = ("lazy", "immediateload")
NARROW, WIDE = 20, 2000
MOST_WITH_LATENCY = 1000


@dataclass(frozen=True)
class Point:
    """One case of a reader's: how many objects, how wide, how far away.

    ``parents`` is the number of objects that the query selects (users; for many-to-one: posts), ``children`` how many
    each has, in every collection; for many-to-one, ``targets`` is the number of different users. ``nested`` is the
    number of comments per post. Widths are the bytes of each object's long text; ``rtt`` is in milliseconds.
    """

    kind: str = "one-to-many"
    database: str = "postgresql"
    parents: int = 100
    children: int = 10
    nested: int = 0
    targets: int = 0
    held: bool = False
    parent_bytes: int = NARROW
    child_bytes: int = NARROW
    limit: int = 0
    rtt: float = 0
    chunk: int = 500

    @property
    def name(self) -> str:
        """The point's key in the results: what differs from the base point."""
        base = Point()
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        shown = [
            f"{name}={value:g}" if isinstance(value, (int, float)) else value
            for name, value in values.items()
            if name in ("kind", "database", "parents", "children") or value != getattr(base, name)
        ]
        return " ".join(shown)

    @property
    def selected(self) -> int:
        """The objects that the query returns."""
        return min(self.parents, self.limit) if self.limit else self.parents

    def asdict(self) -> dict[str, Any]:
        """As JSON keeps it."""
        return asdict(self)


def strategies(point: Point) -> tuple[str, ...]:
    """The strategies that are measured at a point.

    With a LIMIT, a JOIN of one's own cuts the collections: ``contains_eager`` does other work there. So does an inner
    join where a parent has no child. Where the session holds the targets, there is no second query to write.
    """
    left_out: set[str] = set() if point.children else {"joinedload-inner"}
    if point.limit:
        left_out.add("contains_eager")
    if point.chunk != 500:
        return ("selectinload",)
    if point.held:
        left_out |= {"by-hand", "core"}
    if point.rtt and point.selected > MOST_WITH_LATENCY:
        left_out |= set(PER_OBJECT)
    return tuple(name for name in STRATEGIES if name not in left_out)


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
