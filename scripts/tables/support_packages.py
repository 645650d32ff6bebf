"""The releases that the programs run with, from the locks, and the Python that CI runs them on."""

import re

from scripts.paths import LOCKS, ROOT
from scripts.resolver import NAME, canonical, read
from scripts.runner.cells import SERIES, pins

WORKFLOW = ROOT / ".github" / "workflows" / "site.yml"


def render(_key: str) -> str:
    """A row per package that the programs' environments ask for, a column per series."""
    heads = [f"SQLAlchemy {series}" for series in SERIES]
    lines = [f"| Package | {' | '.join(heads)} | What for |", "|---|---|---|---|"]
    lines.append(f"| Python | {' | '.join(_python() for _ in SERIES)} | runs everything |")
    for name, purpose in _asked():
        versions = [pins(series).get(name, "none") for series in SERIES]
        lines.append(f"| {name} | {' | '.join(versions)} | {purpose} |")
    return "\n".join(lines)


def _python() -> str:
    found = sorted(set(re.findall(r'python-version: "([\d.]+)"', WORKFLOW.read_text(encoding="utf-8"))))
    return ", ".join(found)


def _asked() -> list[tuple[str, str]]:
    """The packages of the 2.1 environment, in the order of its file, and what each is for; Pydantic's core apart."""
    groups = read(LOCKS / "2.1.in").groups
    return [
        (canonical(match[0]), purpose)
        for lines in groups.values()
        for line, purpose in lines
        if (match := NAME.match(line))
    ]
