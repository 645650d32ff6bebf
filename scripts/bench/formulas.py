"""What every strategy costs, computed from a point alone: statements, rows, bytes and objects.

A strategy is a list of batches of equal statements. Nothing here is read from a result: the runs are held against
these figures. Bytes are those of PostgreSQL's protocol, version 3, both ways, for statements that asyncpg has prepared
before and whose values it transfers in binary: https://www.postgresql.org/docs/current/protocol-message-formats.html
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import ceil

from scripts.bench.points import Point

# A value: its length (4 bytes) and itself. An integer has 4, the short text of the laboratory 10.
INTEGER, SHORT, LENGTH = 8, 14, 4
ROW = 7  # a DataRow message's type, length and number of columns
# BindComplete 5, CommandComplete 1 + 4 + "SELECT " + digits + 1, ReadyForQuery 6.
ANSWER = 5 + 13 + 6
# Bind 5, portal 1, the statement's name 20 + 1 (its number has one to four digits; three are assumed), number of
# formats 2 and of parameters 2, result formats 4; Execute 10; Sync 5. A parameter is an integer and its format.
REQUEST = 5 + 1 + 21 + 2 + 2 + 4 + 10 + 5
PARAMETER = INTEGER + 2


@dataclass(frozen=True)
class Batch:
    """Statements of one shape: their number, and over all of them the parameters and the rows."""

    statements: int
    parameters: int
    rows: int
    columns: int  # bytes of a row's values

    @property
    def bytes(self) -> int:
        """What they transfer, in both directions."""
        digits = len(str(ceil(self.rows / self.statements))) if self.statements else 0
        fixed = self.statements * (REQUEST + ANSWER + digits)
        return fixed + self.parameters * PARAMETER + self.rows * (ROW + self.columns)


@dataclass(frozen=True)
class Cost:
    """The exact figures of one strategy at one point."""

    statements: int
    rows: int
    bytes: int
    objects: int


def cost(point: Point, strategy: str) -> Cost:
    """The figures of ``strategy`` at ``point``.

    Raises:
        KeyError: the strategy is not known.
    """
    batches = [batch for batch in PLANS[strategy](Sizes(point)) if batch.statements]
    return Cost(
        statements=sum(batch.statements for batch in batches),
        rows=sum(batch.rows for batch in batches),
        bytes=sum(batch.bytes for batch in batches),
        objects=0 if strategy == "core" else Sizes(point).objects,
    )


class Sizes:
    """How many rows of what width a point has."""

    def __init__(self, point: Point) -> None:
        self.point = point
        self.kind = point.kind
        self.parents = point.selected
        self.chunk = point.chunk
        self.paging = 1 if point.limit else 0
        user = INTEGER + SHORT + LENGTH + point.parent_bytes
        child = 2 * INTEGER + SHORT + LENGTH + point.child_bytes
        self.parent = child if self.is_single else user
        self.child = user if self.is_single else child

    @property
    def is_single(self) -> bool:
        """Whether each object has one target, and not a collection."""
        return self.kind == "many-to-one"

    @property
    def collections(self) -> int:
        """The relationships that start at the selected objects."""
        return 2 if self.kind == "siblings" else 1

    @property
    def links(self) -> int:
        """The pairs of an object and one of its children, in one collection."""
        return self.parents * self.point.children

    @property
    def targets(self) -> int:
        """The different children of one collection."""
        if self.is_single:
            return min(self.point.targets, self.parents)
        if self.kind == "many-to-many":
            return min(self.links, max(self.point.children, self.point.parents * self.point.children // 2))
        return self.links

    @property
    def nested(self) -> int:
        """The comments, of all posts."""
        return self.links * self.point.nested if self.kind == "two-levels" else 0

    @property
    def objects(self) -> int:
        """The objects that the ORM makes."""
        return self.parents + (0 if self.point.held else self.targets * self.collections) + self.nested

    def first(self) -> Batch:
        """The query itself."""
        return Batch(1, self.paging, self.parents, self.parent)


def _per_object(sizes: Sizes) -> Iterator[Batch]:
    """A statement per object and collection; per target that the session lacks."""
    yield sizes.first()
    if sizes.is_single:
        asked = 0 if sizes.point.held else sizes.targets
        yield Batch(asked, asked, asked, sizes.child)
    else:
        asked = sizes.parents * sizes.collections
        yield Batch(asked, asked, sizes.links * sizes.collections, sizes.child)
    if sizes.nested or sizes.kind == "two-levels":
        yield Batch(sizes.links, sizes.links, sizes.nested, sizes.child)


def _selectin(sizes: Sizes) -> Iterator[Batch]:
    """A statement per batch of keys: those of the parents, or for many-to-one those of the targets."""
    yield sizes.first()
    # The key by which a child finds its parent is selected beside the child where the child does not hold it.
    key = INTEGER if sizes.kind == "many-to-many" else 0
    keys = sizes.targets if sizes.is_single else sizes.parents
    rows = sizes.targets if sizes.is_single else sizes.links
    for _ in range(sizes.collections):
        yield Batch(ceil(keys / sizes.chunk), keys, rows, sizes.child + key)
    if sizes.kind == "two-levels":
        # Each batch loads the next level of its own rows, in batches of 500 of its own.
        statements = sum(ceil(part * sizes.point.children / 500) for part in _parts(keys, sizes.chunk))
        yield Batch(statements, sizes.links, sizes.nested, sizes.child)


def _parts(keys: int, chunk: int) -> list[int]:
    return [min(chunk, keys - start) for start in range(0, keys, chunk)]


def _joined(sizes: Sizes, inner: bool) -> Iterator[Batch]:
    """One statement; a row per pair, and per pair of pairs where two collections are joined."""
    children = 1 if sizes.is_single else sizes.point.children
    per_parent, columns = children**sizes.collections, sizes.child * sizes.collections
    if sizes.kind == "two-levels":
        per_parent, columns = per_parent * max(sizes.point.nested, 0 if inner else 1), columns + sizes.child
    rows = sizes.parents * (per_parent if inner else max(1, per_parent))
    # Without a child the other side is NULL: its values are their lengths alone.
    empty = not inner and not children
    nulls = LENGTH * 4 * (sizes.collections + (sizes.kind == "two-levels"))
    yield Batch(1, sizes.paging, rows, sizes.parent + (nulls if empty else columns))


def _subquery(sizes: Sizes) -> Iterator[Batch]:
    """A statement per relationship, which repeats the query inside; children come with the key of their parent."""
    yield sizes.first()
    rows = sizes.targets if sizes.is_single else sizes.links
    for _ in range(sizes.collections):
        yield Batch(1, sizes.paging, rows, sizes.child + INTEGER)
    if sizes.kind == "two-levels":
        yield Batch(1, sizes.paging, sizes.nested, sizes.child + INTEGER)


def _by_hand(sizes: Sizes) -> Iterator[Batch]:
    """A statement per relationship, with all keys in one list."""
    yield sizes.first()
    keys = sizes.targets if sizes.is_single else sizes.parents
    rows = sizes.targets if sizes.is_single else sizes.links
    key = INTEGER if sizes.kind == "many-to-many" else 0
    for _ in range(sizes.collections):
        yield Batch(1, keys, rows, sizes.child + key)
    if sizes.kind == "two-levels":
        yield Batch(1, sizes.links, sizes.nested, sizes.child)


def _core(sizes: Sizes) -> Iterator[Batch]:
    """A JOIN per collection, and nothing made of its rows."""
    rows, columns = sizes.links, sizes.parent + sizes.child
    if sizes.kind == "two-levels":
        rows, columns = sizes.nested, columns + sizes.child
    for _ in range(sizes.collections):
        yield Batch(1, sizes.paging, rows, columns)


PLANS: dict[str, Callable[[Sizes], Iterator[Batch]]] = {
    "lazy": _per_object,
    "selectinload": _selectin,
    "joinedload": lambda sizes: _joined(sizes, inner=False),
    "joinedload-inner": lambda sizes: _joined(sizes, inner=True),
    "subqueryload": _subquery,
    "immediateload": _per_object,
    "contains_eager": lambda sizes: _joined(sizes, inner=False),
    "by-hand": _by_hand,
    "core": _core,
}
