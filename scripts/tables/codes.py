"""The codes that SQLAlchemy gave to the errors of the site's programs, with their classes and pages."""

from collections import defaultdict

from scripts.runner.programs import MISSING_GREENLET
from scripts.tables.recorded import Error, answer, errors


def render(key: str) -> str:
    """A row per code, MissingGreenlet's first, linked from the page ``key``."""
    found: dict[str, list[Error]] = defaultdict(list)
    for error in errors():
        if error.code:
            found[error.code].append(error)
    ordered = sorted(found, key=lambda name: (name != MISSING_GREENLET, name))
    rows = [_row(key, name, found[name]) for name in ordered]
    return "\n".join(["| Code | Class | Answer |", "|---|---|---|", *rows])


def _row(key: str, name: str, found: list[Error]) -> str:
    classes = ", ".join(sorted({f"`{error.name}`" for error in found}))
    pages = sorted({error.page for error in found})
    answers = ", ".join(answer(key, page) for page in pages)
    return f"| [`{name}`](https://sqlalche.me/e/21/{name}) | {classes} | {answers} |"
