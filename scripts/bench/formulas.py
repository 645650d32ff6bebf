"""What every strategy costs, computed from a point alone: statements, rows, bytes and objects.

A strategy is a plan (``plans.py``) over the point's sizes (``sizes.py``), and ``wire.py`` knows the bytes. Nothing here
is read from a result: the runs are held against these figures.
"""

from dataclasses import dataclass

from scripts.bench.plans import PLANS
from scripts.bench.points import Point
from scripts.bench.sizes import Sizes


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
