"""The classes in which the site's failing programs met MissingGreenlet, by driver and series, from the matrix file."""

from collections import Counter

from scripts.runner import matrix
from scripts.runner.cells import DRIVERS, SERIES, Cell, pins
from scripts.runner.programs import MISSING_GREENLET, Program, read_all


def render(_key: str) -> str:
    """A row per driver, a column per series: how many programs ended with which class."""
    failing = [program for program in read_all() if program.kind == "broken" and program.raises == [MISSING_GREENLET]]
    results = matrix.load()
    heads = [f"SQLAlchemy {pins(series)['sqlalchemy']}" for series in SERIES]
    rows = [
        f"| {driver} | {' | '.join(_cell(failing, Cell(series, driver), results) for series in SERIES)} |"
        for driver in DRIVERS
    ]
    return "\n".join([f"| Driver | {' | '.join(heads)} |", "|---|---|---|", *rows])


def _cell(failing: list[Program], cell: Cell, results: matrix.Matrix) -> str:
    """The classes on one cell, the most frequent first."""
    entries = [matrix.verified(results, program, cell) for program in failing if program.expected_on(cell)]
    counts = Counter(entry["raised"].rpartition(".")[2] for entry in entries if entry and "raised" in entry)
    told = [f"`{name}` {count}" for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]
    missing = entries.count(None)
    return ", ".join(told + ([f"{missing} not verified"] if missing else []))
