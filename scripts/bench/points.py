"""A point (a relationship, its sizes, a database, a round trip), and the strategies that are measured at it."""

from dataclasses import asdict, dataclass, fields
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
