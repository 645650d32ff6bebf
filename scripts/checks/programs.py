"""The form of a program: one database literal, its size, its header."""

import re
from pathlib import Path

from scripts.bootstrap import ToolError
from scripts.checks.tree import Tree
from scripts.runner.cells import ORDINARY
from scripts.runner.programs import LITERALS, literals, read, unknown_environments

MOST_LINES, MOST_COLUMNS = 60, 80
# Frameworks whose smallest honest program is longer; Pydantic alone is not one.
LONGER = re.compile(r"^\s*(?:from|import) (?:alembic|fastapi|sqlmodel)\b", re.MULTILINE)
MOST_LINES_LONGER = 100
NO_DATABASE = re.compile(r"^# database: none \((.+)\)$", re.MULTILINE)


def problems(tree: Tree, key: str) -> list[str]:
    """What is wrong with the form of the programs of ``key``."""
    folder = tree.folder(key)
    paths = sorted(folder.glob("*.py")) if folder.is_dir() else []
    return [
        f"{tree.shown(path)}:{line}: {sentence}"
        for path in paths
        for line, sentence in [*_database(path), *_size(path), *_header(path, tree)]
    ]


def _database(path: Path) -> list[tuple[int, str]]:
    text = path.read_text(encoding="utf-8")
    found, exempt = literals(text), NO_DATABASE.search(text)
    if exempt and found:
        return [(1, "“# database: none” is no longer needed: remove that line")]
    if exempt:
        return []
    if len(found) != 1:
        return [(1, f"it must name its database exactly once, as {' or '.join(LITERALS)}; found {len(found)}")]
    if "dispose(" not in text:
        return [(1, "it must close its engine: await engine.dispose() in a finally")]
    return []


def _size(path: Path) -> list[tuple[int, str]]:
    program = read(path)
    lines = program.text.splitlines()
    count = sum("--8<--" not in line for line in lines)
    most = MOST_LINES_LONGER if LONGER.search(program.text) else MOST_LINES
    found = (
        [(most, f"it has {count} lines, {most} at most: leave out what the point does not need")]
        if count > most
        else []
    )
    long = [number for number, line in enumerate(lines, 1) if len(line) > MOST_COLUMNS]
    return found + [(number, f"this line is longer than {MOST_COLUMNS} columns: break it") for number in long]


def _header(path: Path, tree: Tree) -> list[tuple[int, str]]:
    program = read(path, tree.snippets)
    unknown = unknown_environments(program)
    found = [(1, f"“# also: {name}” names no environment: add scripts/locks/{name}.in, then lock") for name in unknown]
    try:
        everywhere = all(program.expected_on(cell) for cell in program.cells)
    except ToolError as error:
        return [*found, (1, str(error))]
    if "cells" in program.headers and everywhere:
        found.append((1, "“# cells:” excuses no cell: remove that line"))
    if not any(program.expected_on(cell) for cell in [*ORDINARY, *program.cells]):
        found.append((1, "“# cells:” leaves no cell on which the program does what its name says"))
    if program.kind != "broken" and "raises" in program.headers:
        found.append((1, "“# raises:” belongs to a broken program only: remove that line"))
    return found
