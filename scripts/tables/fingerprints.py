"""The diagnosis rules as a table, in their order: what a text shows, and the page that answers it."""

from typing import Any

from scripts import rules
from scripts.diagnosis_pages import title
from scripts.tables.causes import relative


def render(key: str) -> str:
    """A row per reason of a rule, linked from the page ``key``."""
    shown = {rule["because"]: rule for rule in rules.load()["rules"]}
    rows = [row(key, rule) for rule in shown.values()]
    return "\n".join(["| What the text shows | What it is |", "|---|---|", *rows])


def row(key: str, rule: dict[str, Any]) -> str:
    """One rule: its reason, the functions and files that it looks for, and its page."""
    target = rule["key"]
    frames = ", ".join(f"`{each}`" for each in rule.get("shown", []))
    small = f" <small>{frames}</small>" if frames else ""
    return f"| {rule['because']}{small} | [{title(target)}]({relative(key, target)}) |"
