"""“Verified on”: what the programs of a page did on every cell, from the matrix file."""

from scripts import keys
from scripts.runner import matrix
from scripts.runner.cells import DRIVERS, SERIES, Cell, pins, title
from scripts.runner.programs import Program, read


def render(key: str) -> str:
    """The table of one page: a row per driver, a column per SQLAlchemy series."""
    programs = [read(path) for path in sorted(keys.folder(key).glob("*.py"))]
    results = matrix.load()
    heads = [f"SQLAlchemy {pins(series)['sqlalchemy']}" for series in SERIES]
    lines = [f"| Driver | {' | '.join(heads)} |", "|---|---|---|"]
    for driver in DRIVERS:
        cells = [_cell(programs, Cell(series, driver), results) for series in SERIES]
        lines.append(f"| {_driver(driver, programs, results)} | {' | '.join(cells)} |")
    return "\n".join([_legend(programs), "", *lines, *_named(programs, results)])


def _legend(programs: list[Program]) -> str:
    many = f"{len(programs)} programs" if len(programs) != 1 else "one program"
    failing = any(program.kind == "broken" for program in programs)
    shown = "what the failing ones raise, and how many" if failing else "how many"
    return f"This page has {many}. A cell shows {shown} did what the page says."


def _driver(driver: str, programs: list[Program], results: matrix.Matrix) -> str:
    locked = {pins(series)[driver] for series in SERIES}
    servers = {
        entry.get("server", "SQLite")
        for program in programs
        for series in SERIES
        if (entry := matrix.verified(results, program, Cell(series, driver)))
    }
    return f"{driver} {' / '.join(sorted(locked))}{', ' if servers else ''}{' / '.join(sorted(servers))}"


def _cell(programs: list[Program], cell: Cell, results: matrix.Matrix) -> str:
    entries = {program: matrix.verified(results, program, cell) for program in programs if cell in program.cells}
    done = {program: entry for program, entry in entries.items() if entry}
    raised = {
        entry["raised"].rpartition(".")[2]
        for program, entry in done.items()
        if program.kind == "broken" and "raised" in entry
    }
    count = (
        f"{len(done)} of {len(entries)}" if len(done) == len(entries) else f"{len(entries) - len(done)} not verified"
    )
    return ", ".join([*(f"`{name}`" for name in sorted(raised)), count])


def _named(programs: list[Program], results: matrix.Matrix) -> list[str]:
    """A list of the smaller environments that single programs also ran in."""
    found = sorted({cell for program in programs for cell in program.cells if cell.environment not in SERIES})
    lines = []
    for cell in found:
        driver = f"{cell.driver} {pins(cell.environment)[cell.driver]}"
        lines.append(f"- {title(cell.environment)}, {driver}: {_cell(programs, cell, results)}")
    return ["", *lines] if lines else []
