"""What a program says of itself: its kind, what it must raise, and on which cells."""

import hashlib
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from scripts import keys
from scripts.paths import SNIPPETS
from scripts.runner.cells import ORDINARY, REFERENCE, Cell, matches, named_environments

LITERALS = ('"sqlite+aiosqlite://"', '"sqlite+aiosqlite:///app.db"')
HEADERS = ("raises", "cells", "also")
MISSING_GREENLET = "xd2s"
FRAMEWORKS = re.compile(r"^\s*(?:from|import) (alembic|fastapi|pydantic|sqlmodel|uvicorn)\b", re.M)
BENEATH = {"fastapi": {"starlette", "pydantic"}, "sqlmodel": {"pydantic"}}


@dataclass(frozen=True, eq=False)
class Program:
    """One file under ``snippets/``, read."""

    path: Path
    text: str
    headers: dict[str, str]
    snippets: Path = SNIPPETS

    @cached_property
    def name(self) -> str:
        """Its path below ``snippets/``."""
        return keys.identity(self.path, self.snippets)

    @property
    def kind(self) -> str:
        """``broken``, ``fixed`` or ``shows``."""
        return keys.kind(self.path)

    @property
    def raises(self) -> list[str]:
        """The codes or classes of which a broken program must end with one."""
        return re.split(r"\s+or\s+", self.headers.get("raises", MISSING_GREENLET))

    @cached_property
    def digest(self) -> str:
        """The hash under which the matrix keeps what it did."""
        return hashlib.sha256(self.text.encode()).hexdigest()[:12]

    @property
    def frameworks(self) -> list[str]:
        """What it imports beside SQLAlchemy and a driver, and what that is built on."""
        named = set(FRAMEWORKS.findall(self.text))
        return sorted(named.union(*(BENEATH.get(each, ()) for each in named)))

    @property
    def uses_frameworks(self) -> bool:
        """Whether it imports more than SQLAlchemy and a driver."""
        return bool(self.frameworks)

    @property
    def cells(self) -> list[Cell]:
        """Where it runs: all ordinary cells, and those of the environments that ``# also:`` names."""
        also = [name.strip() for name in self.headers.get("also", "").split(",") if name.strip()]
        return [*ORDINARY, *(Cell(name, REFERENCE) for name in also)]

    def expected_on(self, cell: Cell) -> bool:
        """Whether what its kind promises must happen on ``cell``; elsewhere it must be seen not to happen."""
        return "cells" not in self.headers or matches(self.headers["cells"], cell)

    def with_database(self, address: str) -> str:
        """Its text with the one database literal replaced by ``address``."""
        found = literals(self.text)
        return self.text.replace(found[0], f'"{address}"') if found else self.text


def literals(text: str) -> list[str]:
    """Every database literal that stands in ``text``."""
    return [literal for literal in LITERALS for _ in range(text.count(literal))]


def read(path: Path, snippets: Path = SNIPPETS) -> Program:
    """Read a program and its header: the comment lines it starts with."""
    text = path.read_text(encoding="utf-8")
    headers = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        if match := re.fullmatch(rf"# ({'|'.join(HEADERS)}): (.+)", line):
            headers[match[1]] = match[2].strip()
    return Program(path, text, headers, snippets)


def read_all(snippets: Path = SNIPPETS) -> list[Program]:
    """All programs of the site."""
    return [read(path, snippets) for path in keys.programs(snippets)]


def unknown_environments(program: Program) -> list[str]:
    """The names in ``# also:`` that have no lock."""
    known = named_environments()
    return [cell.environment for cell in program.cells if cell not in ORDINARY and cell.environment not in known]
