"""The matrix file: per program and cell what happened, with the versions and the program's hash.

Written by one process, at the end of a recording run. A cell that was not run keeps its entry; an entry whose hash
is not the program's shows as not verified.
"""

import hashlib
import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from scripts import keys
from scripts.paths import MATRIX
from scripts.runner.cells import Cell, pins
from scripts.runner.execution import Result
from scripts.runner.outputs import RECORD
from scripts.runner.programs import Program

Entry = dict[str, Any]
Matrix = dict[str, dict[str, Entry]]


def load(path: Path = MATRIX) -> Matrix:
    """The matrix as it stands in git: program -> cell -> entry."""
    return _parsed(path, path.stat().st_mtime_ns) if path.is_file() else {}


@lru_cache(maxsize=4)
def _parsed(path: Path, changed: int) -> Matrix:
    """The file's content; every table of every page asks for it, and none changes it."""
    return json.loads(path.read_text(encoding="utf-8"))


def save(matrix: Matrix, path: Path = MATRIX) -> None:
    """Write the matrix, an entry a line, so that a diff shows which results changed."""
    lines = []
    for program in sorted(matrix):
        cells = matrix[program]
        rows = [f"  {json.dumps(cell)}: {json.dumps(cells[cell], ensure_ascii=False)}" for cell in sorted(cells)]
        lines.append(f"{json.dumps(program)}: {{\n" + ",\n".join(rows) + "\n}")
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def entry(program: Program, cell: Cell, result: Result, server: str) -> Entry:
    """What the matrix keeps of one run."""
    identity = _identity(program, cell)
    happened: Entry = {"program": identity.pop("program"), "exit": result.status}
    if result.exception:
        happened |= {"raised": result.raised, "code": next(iter(result.codes), None), "attribute": result.attribute}
    happened["printed"] = hashlib.sha256(result.stdout.encode()).hexdigest()[:12]
    return happened | identity | ({"server": server} if server else {})


def _identity(program: Program, cell: Cell) -> Entry:
    """What must be the same for a result to hold: the program's text, SQLAlchemy, driver and frameworks."""
    locked = pins(cell.environment)
    beside = [f"{name} {locked[name]}" for name in program.frameworks if name in locked]
    return {
        "program": program.digest,
        "sqlalchemy": locked["sqlalchemy"],
        "driver": f"{cell.driver} {locked[cell.driver]}",
    } | ({"with": beside} if beside else {})


def same(old: Entry, new: Entry) -> bool:
    """Whether two entries tell the same; the server's version is news only with another result."""
    return {**old, "server": ""} == {**new, "server": ""}


def merge(matrix: Matrix, news: Matrix, programs: set[str]) -> Matrix:
    """The matrix with the entries of a run taken in, and without programs that no longer exist."""
    merged = {program: dict(cells) for program, cells in matrix.items() if program in programs}
    for program, cells in news.items():
        for cell, new in cells.items():
            old = merged.setdefault(program, {}).get(cell)
            if old is None or not same(old, new):
                merged[program][cell] = new
    return merged


def compare(matrix: Matrix, program: Program, cell: Cell, new: Entry) -> list[str]:
    """How a run differs from the matrix, or from what the program did on aiosqlite."""
    repair = f"repair: {RECORD.format(key=keys.key_of_code(program.path, program.snippets))}, then read the diff"
    old = matrix.get(program.name, {}).get(str(cell))
    where = f"snippets/{MATRIX.name}:{_line(program.name)}:"
    if old is None:
        return [f"{where} {program.name} has no result for {cell}; {repair}"]
    if not same(old, new):
        told = [
            f"{name} {old.get(name)!r}, the run {new.get(name)!r}" for name in new if old.get(name) != new.get(name)
        ]
        return [f"{where} {program.name} on {cell}: the file says {'; '.join(told)}; {repair}"]
    return _as_reference(matrix, program, cell, new)


def _as_reference(matrix: Matrix, program: Program, cell: Cell, new: Entry) -> list[str]:
    """A broken program must print the same before it dies, and die at the same attribute, on every driver."""
    reference = matrix.get(program.name, {}).get(f"{cell.environment}-aiosqlite", {})
    if program.kind != "broken" or cell.is_reference or not program.expected_on(cell):
        return []
    return [
        f"snippets/{program.name}:1: on {cell} {name} is {new.get(name)!r}, on aiosqlite {reference.get(name)!r}: "
        "make the program do the same on every driver, or say where it cannot with “# cells:”"
        for name in ("printed", "attribute")
        if reference.get("exit") and new.get(name) != reference.get(name)
    ]


def _line(program: str) -> int:
    text = MATRIX.read_text(encoding="utf-8") if MATRIX.is_file() else ""
    return text[: max(text.find(json.dumps(program)), 0)].count("\n") + 1


def verified(matrix: Matrix, program: Program, cell: Cell) -> Entry | None:
    """The entry for the program and the versions as they stand now, or None where either changed since the run."""
    found = matrix.get(program.name, {}).get(str(cell))
    return found if found and found.items() >= _identity(program, cell).items() else None
