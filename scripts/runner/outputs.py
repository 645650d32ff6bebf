"""Recorded outputs: which file holds what a program printed on a cell, and whether a run agrees."""

from pathlib import Path

from scripts import keys
from scripts.runner.cells import SERIES, Cell
from scripts.runner.execution import Result
from scripts.runner.programs import Program

RECORD = "python3 -m scripts test --record -k {key}"


def composed(result: Result) -> str:
    """Standard output, then the last exception without frames."""
    return result.stdout + result.exception


def candidates(program: Program, cell: Cell) -> list[Path]:
    """Where the output of ``program`` on ``cell`` may stand, the most particular place first."""
    series = f"{cell.sqlalchemy[0]}.{cell.sqlalchemy[1]}"
    variants = [f"{cell.environment}.{cell.database}", cell.database, cell.environment, series, ""]
    return [keys.output(program.path, variant) for variant in variants]


def recorded(program: Program, cell: Cell) -> Path | None:
    """The file that holds the output for ``cell``, if there is one."""
    return next((path for path in candidates(program, cell) if path.is_file()), None)


def compare(program: Program, cell: Cell, result: Result) -> list[str]:
    """How the run differs from the recorded output: to the byte on aiosqlite, in what was printed elsewhere."""
    path = recorded(program, cell)
    repair = f"repair: {RECORD.format(key=keys.key_of_code(program.path, program.snippets))}, then read the diff"
    if path is None:
        return [f"{keys.included(program.path, program.snippets)}:1: no output is recorded for {cell}; {repair}"]
    # What a broken program prints before it dies is compared in the matrix, cell with cell.
    if not cell.is_reference and (program.kind == "broken" or not program.expected_on(cell)):
        return []
    text = path.read_text(encoding="utf-8")
    got = composed(result) if cell.is_reference else result.stdout
    if text == got:
        return []
    line, had, has = _difference(text, got)
    where = f"{keys.included(path, program.snippets)}:{line}:"
    return [f"{where} holds “{had}”, but the run on {cell} printed “{has}”; {repair}"]


def _difference(had: str, has: str) -> tuple[int, str, str]:
    old, new = had.splitlines(), has.splitlines()
    for number in range(max(len(old), len(new))):
        pair = [lines[number] if number < len(lines) else "(nothing)" for lines in (old, new)]
        if pair[0] != pair[1]:
            return number + 1, pair[0][:160], pair[1][:160]
    return len(old), "(no end of line)", "(an end of line)"


def plan(program: Program, results: dict[Cell, Result]) -> dict[Path, str]:
    """The files to write for a program whose every cell was run, each with its text.

    One file where all agree, one per series where they differ or the program is a broken one, one per database
    where that differs from SQLite's.
    """
    texts = {cell: composed(result) for cell, result in results.items() if cell.is_reference}
    series = {cell: text for cell, text in texts.items() if cell.environment in SERIES}
    files: dict[Path, str] = {}
    apart = program.kind == "broken" or len(set(series.values())) > 1
    for cell, text in series.items():
        files[keys.output(program.path, cell.environment if apart else "")] = text
    for cell, text in texts.items():
        if cell.environment not in SERIES and text not in (files.get(path) for path in candidates(program, cell)):
            files[keys.output(program.path, cell.environment)] = text
    if program.kind != "broken":
        files |= _by_database(program, results, files)
    return files


def _by_database(program: Program, results: dict[Cell, Result], files: dict[Path, str]) -> dict[Path, str]:
    found: dict[Path, str] = {}
    for cell, result in results.items():
        if cell.is_reference or not program.expected_on(cell):
            continue
        usual = next(files[path] for path in candidates(program, cell) if path in files)
        if result.stdout != usual:
            found[keys.output(program.path, cell.database)] = result.stdout
    return found
