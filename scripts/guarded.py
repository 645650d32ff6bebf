"""What becomes of the causes' failing programs, and of their fixes, under the kit's guard (``runner/inside/guard.py``).

The results stand in a file in git, in the form of the matrix file, each with its outcome.
"""

from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from scripts import keys
from scripts.paths import GUARDED
from scripts.runner import matrix
from scripts.runner.cells import SERIES, Cell
from scripts.runner.execution import Result
from scripts.runner.forks import INSIDE
from scripts.runner.judgement import raises
from scripts.runner.programs import MISSING_GREENLET, Program, read_all

OUTCOMES = ("named", "works", "still", "other")
REFUSAL = "is not available due to lazy='raise_on_sql'"


@dataclass(frozen=True, eq=False)
class Guarded(Program):
    """A program with the guard before it."""

    @cached_property
    def name(self) -> str:
        """Its path below ``snippets/``, apart from that of the program itself."""
        return f"{keys.identity(self.path, self.snippets)} guarded"


@cache
def guard() -> str:
    """The guard, as text."""
    return (INSIDE / "guard.py").read_text(encoding="utf-8")


def put_on(program: Program) -> Guarded:
    """``program`` with the guard before it."""
    return Guarded(program.path, f"{guard()}\n{program.text}", program.headers, program.snippets)


def programs(every: list[Program] | None = None) -> list[Guarded]:
    """The programs of the causes that end with MissingGreenlet, and the fixes, guarded."""
    return [
        put_on(program)
        for program in (read_all() if every is None else every)
        if (program.kind == "fixed" or (program.kind == "broken" and program.raises == [MISSING_GREENLET]))
        and keys.is_cause(keys.key_of_code(program.path, program.snippets))
    ]


def cells(program: Program) -> list[Cell]:
    """Where the program does what its kind promises without the guard; for a fix, those on aiosqlite."""
    return [cell for cell in program.cells if program.expected_on(cell) and (program.kind == "broken" or _plain(cell))]


def _plain(cell: Cell) -> bool:
    return cell.is_reference and cell.environment in SERIES


def outcome(result: Result) -> str:
    """``named`` (the guard's error), ``works``, ``still`` (MissingGreenlet), or ``other``."""
    if result.status == 0:
        return "works"
    if raises(result, MISSING_GREENLET):
        return "still"
    told = [result.exception, *(entry["msg"] for entry in result.entries)]
    return "named" if any(REFUSAL in text for text in told) else "other"


def entry(program: Program, cell: Cell, result: Result) -> matrix.Entry:
    """What the file keeps of one run: the matrix's entry without the output, and the outcome."""
    kept = matrix.entry(program, cell, result, "")
    return {"outcome": outcome(result), **{name: kept[name] for name in kept if name != "printed"}}


def compare(known: matrix.Matrix, program: Program, cell: Cell, new: matrix.Entry) -> list[str]:
    """How a run differs from the file."""
    old = known.get(program.name, {}).get(str(cell))
    if old == new:
        return []
    key = keys.key_of_code(program.path, program.snippets)
    told = f"the file says {old['outcome'] if old else 'nothing'}, the run {new['outcome']}"
    more = "" if not old or old["outcome"] != new["outcome"] else " (with another error, or of another text or version)"
    repair = f"repair: python3 -m scripts test --record -k {key}, then read the diff"
    return [f"snippets/{GUARDED.name}:1: {program.name} on {cell}: {told}{more}; {repair}"]


def load(path: Path = GUARDED) -> matrix.Matrix:
    """The results as they stand in git."""
    return matrix.load(path)


def write(news: dict[str, dict[str, dict[str, Any]]], path: Path = GUARDED) -> bool:
    """Take the results of a run into the file; say whether it changed."""
    old = load(path)
    new = matrix.merge(old, news, {program.name for program in programs()})
    matrix.save(new, path)
    return new != old


def outcomes(program: Program, known: matrix.Matrix) -> set[str]:
    """What happened on the program's cells; ``not verified`` where the program or the versions changed since."""
    found = [matrix.verified(known, program, cell) for cell in cells(program)]
    return {result["outcome"] if result else "not verified" for result in found}
