"""What is run on what: per driver and environment how many programs, and whether as plain Python or as forks."""

from scripts.runner import matrix
from scripts.runner.cells import DRIVERS, SERIES, Cell, named_environments, pins, title
from scripts.runner.programs import Program, read_all


def render(_key: str) -> str:
    """A row per driver on the two series, then a row per smaller environment."""
    programs, results = read_all(), matrix.load()
    heads = [f"SQLAlchemy {pins(series)['sqlalchemy']}" for series in SERIES]
    lines = [f"| Driver, database | {' | '.join(heads)} |", "|---|---|---|"]
    for driver in DRIVERS:
        told = [_cell(programs, Cell(series, driver), results) for series in SERIES]
        lines.append(f"| {_driver(driver, programs, results)} | {' | '.join(told)} |")
    lines += ["", "| Smaller environment | Programs, on aiosqlite |", "|---|---|"]
    for name in named_environments():
        lines.append(f"| {title(name)} | {_cell(programs, Cell(name, 'aiosqlite'), results)} |")
    return "\n".join(lines)


def _driver(driver: str, programs: list[Program], results: matrix.Matrix) -> str:
    versions = sorted({pins(series)[driver] for series in SERIES})
    cells = [Cell(series, driver) for series in SERIES]
    entries = [matrix.verified(results, program, cell) for program in programs for cell in cells]
    servers = sorted({entry.get("server", "SQLite") for entry in entries if entry})
    return f"{driver} {' / '.join(versions)}, {' / '.join(servers)}"


def _cell(programs: list[Program], cell: Cell, results: matrix.Matrix) -> str:
    mine = [program for program in programs if cell in program.cells]
    done = sum(matrix.verified(results, program, cell) is not None for program in mine)
    both = "plain and fork" if cell.is_reference else "fork"
    how = "plain" if cell.is_plain else both
    missing = f"; {len(mine) - done} not verified" if done < len(mine) else ""
    return f"{done} program{'s' * (done != 1)}, {how}{missing}"
