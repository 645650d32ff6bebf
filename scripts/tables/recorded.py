"""The errors that the programs of the site ended with, as their recorded outputs and the matrix file tell them."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache

from scripts import keys
from scripts.checks.navigation import named
from scripts.checks.tree import Tree
from scripts.diagnosis_pages import title
from scripts.runner import matrix
from scripts.runner.cells import Cell, pins
from scripts.runner.outputs import recorded
from scripts.runner.programs import Program, read_all
from scripts.tables.causes import relative

BACKGROUND = re.compile(r" *\(Background on this error at: https://sqlalche\.me/e/\d+/\w+\)")
# Their first line counts entries; the text stands in the lines below it.
VALIDATION = ("ValidationError", "ResponseValidationError")


@dataclass
class Error:
    """One text: its class, its code, the releases that say it, and the pages whose programs end with it."""

    text: str
    name: str
    code: str
    releases: set[str] = field(default_factory=set)
    pages: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    @property
    def page(self) -> str:
        """The page that answers it: the error's own, else the one with the most programs that end with it.

        Of several it is the first in the navigation.
        """
        if self.text.removeprefix("(sqlalchemy.exc.MissingGreenlet) ").startswith("greenlet_spawn"):
            return "problem"
        return max(self.pages, key=lambda key: (key.startswith("lookalikes/"), self.pages[key], -_places().get(key, 0)))


@cache
def _places() -> dict[str, int]:
    """Where each page stands in the navigation."""
    return {key: place for place, key in enumerate(named(Tree()))}


def errors() -> list[Error]:
    """Every text that a program ended with on SQLite, in the order of the pages' names."""
    results = matrix.load()
    found: dict[tuple[str, str], Error] = {}
    for program in read_all():
        for cell in program.cells:
            entry = matrix.verified(results, program, cell)
            if program.kind == "broken" and cell.is_reference and entry and entry.get("raised"):
                text, name = _said(program, cell, entry["raised"]), entry["raised"].rpartition(".")[2]
                if name not in VALIDATION:
                    error = found.setdefault((name, text), Error(text, name, entry["code"] or ""))
                    error.releases.add(pins(cell.environment)["sqlalchemy"])
                    error.pages[keys.key_of_code(program.path)] += 1
    return list(found.values())


def _said(program: Program, cell: Cell, raised: str) -> str:
    """The first line of the exception in the recorded output, without its class and without SQLAlchemy's link."""
    path = recorded(program, cell)
    lines = path.read_text(encoding="utf-8").splitlines() if path else []
    first = next((line for line in reversed(lines) if line.startswith(f"{raised}: ")), f"{raised}: ")
    return BACKGROUND.sub("", first.removeprefix(f"{raised}: "))


def answer(key: str, page: str) -> str:
    """The link from the page ``key`` to the one that answers an error; some are answered where the codes stand."""
    return "[on this page](#codes)" if page == key else f"[{title(page)}]({relative(key, page)})"


def code(text: str) -> str:
    """``text`` as code in a cell of a table, its bars and backticks too."""
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", text)), default=0))
    space = " " if len(fence) > 1 else ""
    return f"{fence}{space}{text}{space}{fence}".replace("|", "\\|")
