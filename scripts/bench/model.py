"""How long a strategy takes: a sum of what it sends, receives and makes, fitted to one half of the measured points."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median
from typing import Any

import numpy

from scripts.bench.formulas import cost
from scripts.bench.points import Point
from scripts.bench.results import Results, points

# What each feature is multiplied with, in milliseconds; the round trip itself is a statement's wait and is not fitted.
FEATURES = ("statement", "row", "kilobyte", "object")


@dataclass(frozen=True)
class Sample:
    """One strategy at one point, and how long it took."""

    point: Point
    strategy: str
    wall_ms: float

    @property
    def features(self) -> tuple[float, ...]:
        """Statements, rows, kilobytes and objects, from the formulas."""
        exact = cost(self.point, self.strategy)
        return exact.statements, exact.rows, exact.bytes / 1000, exact.objects

    @property
    def waiting_ms(self) -> float:
        """The statements' round trips."""
        return self.features[0] * self.point.rtt


@dataclass(frozen=True)
class Model:
    """Milliseconds per statement, row, kilobyte and object on one database."""

    per: dict[str, float]

    def predict(self, sample: Sample) -> float:
        """The estimated time in milliseconds."""
        return sample.waiting_ms + sum(
            self.per[name] * value for name, value in zip(FEATURES, sample.features, strict=True)
        )

    def error(self, sample: Sample) -> float:
        """The estimate over the measured time, less one."""
        return self.predict(sample) / sample.wall_ms - 1


def samples(results: Results, database: str) -> Iterator[Sample]:
    """Every measured strategy on a database."""
    for point, figures in points(results, database=database):
        for strategy, got in figures.items():
            yield Sample(point, strategy, got["wall_ms"])


def is_fitted(point: Point) -> bool:
    """Whether a point belongs to the half that the model is fitted on: those whose sizes are no power of ten are not.

    Nor is any point with a round trip: what a wait costs is claimed, not fitted.
    """
    sizes = (point.parents, point.children, point.targets or 1)
    plain = all(str(size).strip("0") in ("1", "") for size in sizes)
    return plain and not point.rtt and not point.limit and point.kind != "two-levels" and point.chunk == 500


def fit(results: Results, database: str) -> Model:
    """The model of one database: least squares of the relative error, and no negative cost."""
    known = [sample for sample in samples(results, database) if is_fitted(sample.point)]
    weights = numpy.array([1 / sample.wall_ms for sample in known])
    matrix = numpy.array([sample.features for sample in known]) * weights[:, None]
    wanted = numpy.ones(len(known))
    used = list(range(len(FEATURES)))
    while True:
        found, *_ = numpy.linalg.lstsq(matrix[:, used], wanted, rcond=None)
        if (found >= 0).all():
            break
        used.pop(int(found.argmin()))
    return Model({name: round(float(found[used.index(n)]), 6) if n in used else 0.0 for n, name in enumerate(FEATURES)})


def errors(results: Results, database: str) -> dict[str, dict[str, Any]]:
    """Strategy -> the size of the error on points that the model was not fitted on: median, worst, and where."""
    model = fit(results, database)
    found: defaultdict[str, list[Sample]] = defaultdict(list)
    for sample in samples(results, database):
        if not is_fitted(sample.point):
            found[sample.strategy].append(sample)
    return {name: _spread(model, group) for name, group in found.items()}


def _spread(model: Model, group: list[Sample]) -> dict[str, Any]:
    worst = max(group, key=lambda sample: abs(model.error(sample)))
    return {
        "points": len(group),
        "median": median(abs(model.error(sample)) for sample in group),
        "worst": model.error(worst),
        "where": worst.point,
    }
