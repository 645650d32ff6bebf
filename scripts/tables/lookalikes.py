"""The table of the errors that are taken for MissingGreenlet."""

from scripts import keys
from scripts.checks.navigation import named
from scripts.checks.tree import Tree
from scripts.diagnosis_pages import description, title
from scripts.tables.causes import relative


def render(key: str) -> str:
    """A row per lookalike in the order of the navigation, linked from the page ``key``."""
    written = set(keys.pages())
    shown = [each for each in named(Tree()) if each.startswith("lookalikes/") and each in written]
    rows = [f"| {description(each)} | [{title(each)}]({relative(key, each)}) |" for each in shown]
    return "\n".join(["| What you did | The error |", "|---|---|", *rows])
