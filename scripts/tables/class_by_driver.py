"""The class that the error has, by driver and series: what the programs of ``problem`` raised, from the matrix file."""

from scripts import keys
from scripts.runner import matrix
from scripts.runner.cells import DRIVERS, SERIES, Cell, pins
from scripts.runner.programs import Program, read

NOT_VERIFIED = "not verified"


def render(key: str) -> str:
    """The table of the page ``key``: a row per driver, and one for a connection that must be opened first."""
    loading, connecting = (read(keys.folder(key) / name) for name in ("broken.py", "broken-connecting.py"))
    results = matrix.load()
    heads = [f"SQLAlchemy {pins(series)['sqlalchemy']}" for series in SERIES]
    rows = [_row(name, [_raised(loading, [Cell(series, name)], results) for series in SERIES]) for name in DRIVERS]
    every = [_raised(connecting, [Cell(series, name) for name in DRIVERS], results) for series in SERIES]
    last = _row("all of these, where a connection must be opened first", every)
    return "\n".join([_row("Driver", heads), "|---|---|---|", *rows, last])


def _row(title: str, cells: list[str]) -> str:
    return f"| {title} | {' | '.join(cells)} |"


def _raised(program: Program, cells: list[Cell], results: matrix.Matrix) -> str:
    """The classes, without their module, that ``program`` raised on ``cells``."""
    entries = [matrix.verified(results, program, cell) for cell in cells]
    found = {entry.get("raised", "").rpartition(".")[2] for entry in entries if entry}
    names = [f"`{name}`" for name in sorted(found) if name] + ([NOT_VERIFIED] if None in entries else [])
    return ", ".join(names) or NOT_VERIFIED
