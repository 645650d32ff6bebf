"""Hold exact figures against the formulas."""

from typing import Any

from scripts.bench.formulas import cost
from scripts.bench.points import Point

NEAR = 0.02  # how far the bytes may be off


def problems(point: Point, figures: dict[str, dict[str, Any]]) -> list[str]:
    """A sentence per figure of a point that is not what the formula says."""
    found = []
    for strategy, got in figures.items():
        expected = cost(point, strategy)
        found += [
            _sentence(point, strategy, name, got[name], getattr(expected, name))
            for name in ("statements", "rows", "objects")
            if got[name] != getattr(expected, name)
        ]
        if "bytes" in got and abs(got["bytes"] - expected.bytes) > NEAR * expected.bytes:
            found.append(_sentence(point, strategy, "bytes", got["bytes"], expected.bytes))
    return found


def _sentence(point: Point, strategy: str, name: str, got: int, expected: int) -> str:
    return f"scripts/bench/formulas.py:1: {point.name}: {strategy}: {got} {name}, but the formula says {expected}"
