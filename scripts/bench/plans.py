"""What every strategy sends: a plan makes batches of equal statements of a point's sizes, the query itself first."""

from collections.abc import Callable, Iterator
from math import ceil

from scripts.bench.sizes import Sizes
from scripts.bench.wire import INTEGER, LENGTH, Batch


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
