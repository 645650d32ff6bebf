"""The cells of the matrix: an environment (a SQLAlchemy series or a named, smaller one) and a driver."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from scripts.bootstrap import ToolError, ensure, interpreter
from scripts.paths import CACHE, LOCKS, REQUIREMENTS, VENV

SERIES = ("2.0", "2.1")
# Driver -> the database it talks to.
DRIVERS = {
    "aiosqlite": "sqlite",
    "asyncpg": "postgresql",
    "psycopg": "postgresql",
    "asyncmy": "mysql",
    "aiomysql": "mysql",
}
REFERENCE = "aiosqlite"


@dataclass(frozen=True, order=True)
class Cell:
    """One place in the matrix."""

    environment: str
    driver: str

    def __str__(self) -> str:
        return f"{self.environment}-{self.driver}"

    @property
    def database(self) -> str:
        """``sqlite``, ``postgresql`` or ``mysql``."""
        return DRIVERS[self.driver]

    @property
    def is_reference(self) -> bool:
        """Whether outputs are recorded here and compared to the byte."""
        return self.driver == REFERENCE

    @property
    def is_plain(self) -> bool:
        """Whether programs also run here as plain ``python -W default file.py``."""
        return self.is_reference and self.environment != "2.0"

    @property
    def sqlalchemy(self) -> tuple[int, ...]:
        """The release of SQLAlchemy that the environment pins, for comparisons."""
        return version(pins(self.environment)["sqlalchemy"])


ORDINARY = tuple(Cell(series, driver) for series in SERIES for driver in DRIVERS)


def version(text: str) -> tuple[int, ...]:
    """``2.0.58`` as numbers."""
    return tuple(int(part) for part in text.split("."))


def lock_of(environment: str) -> Path:
    """The lock that an environment is made from: ``.venv`` itself is the 2.1 environment."""
    return REQUIREMENTS if environment == "2.1" else LOCKS / f"{environment}.txt"


def named_environments() -> list[str]:
    """The environments beside the two series, each with a lock of its own."""
    return sorted(path.name.removesuffix(".txt") for path in LOCKS.glob("[0-9]*.txt") if path.name != "2.0.txt")


@cache
def python_of(environment: str) -> Path:
    """The interpreter of an environment, which is made first if need be."""
    if environment == "2.1":
        return interpreter(VENV)
    return ensure(CACHE / "environments" / environment, lock_of(environment))


@cache
def pins(environment: str) -> dict[str, str]:
    """Package -> version, as the environment's lock pins them."""
    text = lock_of(environment).read_text(encoding="utf-8")
    return {name.lower(): number for name, number in re.findall(r"^([\w.-]+)==([\w.]+)", text, re.MULTILINE)}


def title(environment: str) -> str:
    """An environment as the pages name it: what tells it from the others."""
    locked = pins(environment)
    _, _, without = environment.partition("-without-")
    parts = [f"SQLAlchemy {locked['sqlalchemy']}"]
    parts += [f"without {without}"] if without else []
    parts += [f"FastAPI {locked['fastapi']}"] if "fastapi" in locked else []
    return ", ".join(parts)


def matches(terms: str, cell: Cell) -> bool:
    """Whether ``cell`` satisfies a ``# cells:`` line: terms joined by ``,`` (all) and ``or`` (any).

    A term is a driver, a database, ``without-PACKAGE``, ``sqlalchemy>=V`` or ``sqlalchemy<V``, each also after ``not``.

    Raises:
        ToolError: a term is none of these.
    """
    return all(any(_term(term.strip(), cell) for term in part.split(" or ")) for part in terms.split(","))


def _term(term: str, cell: Cell) -> bool:
    if term.startswith("not "):
        return not _term(term[4:].strip(), cell)
    if match := re.fullmatch(r"sqlalchemy(>=|<)([\d.]+)", term):
        wanted = version(match[2])
        return (cell.sqlalchemy >= wanted) == (match[1] == ">=")
    if term.startswith("without-"):
        return cell.environment.endswith(f"-{term}")
    if term in DRIVERS or term in DRIVERS.values():
        return term in (cell.driver, cell.database)
    raise ToolError(f"“{term}” is no cell: write a driver, a database, without-PACKAGE, or sqlalchemy>=V")
