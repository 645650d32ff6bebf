"""Every text that a program of the site ended with, word for word, and the page that answers it."""

from scripts.tables.recorded import Error, answer, code, errors


def render(key: str) -> str:
    """A row per text, MissingGreenlet's first, linked from the page ``key``."""
    shown = sorted(errors(), key=lambda error: (error.page != "problem", error.page, error.name, error.text))
    rows = [_row(key, error) for error in shown]
    return "\n".join(["| Text | Class, code | SQLAlchemy | Answer |", "|---|---|---|---|", *rows])


def _row(key: str, error: Error) -> str:
    classified = f"`{error.name}`" + (f", `{error.code}`" if error.code else "")
    releases = ", ".join(sorted(error.releases))
    return f"| {code(error.text)} | {classified} | {releases} | {answer(key, error.page)} |"
