"""How many rows of what width a point has, before any strategy asks for them."""

from scripts.bench.points import Point
from scripts.bench.wire import INTEGER, LENGTH, SHORT, Batch


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
