"""The diagnosis rules as a table, in their order: what a text shows, and the page that answers it."""

from typing import Any

from scripts import keys, rules
from scripts.diagnosis_pages import title
from scripts.tables.causes import relative


def render(key: str) -> str:
    """A row per reason of a rule, linked from the page ``key``; pages still to come lead to the error's own page."""
    data = rules.load()
    written = set(keys.pages())
    shown = {rule["because"]: rule for rule in data["rules"]}
    rows = [row(key, rule, data, written) for rule in shown.values()]
    return "\n".join(["| What the text shows | What it is |", "|---|---|", *rows])


def row(key: str, rule: dict[str, Any], data: dict[str, Any], written: set[str]) -> str:
    """One rule: its reason, the functions and files that it looks for, and its page."""
    target = rule["key"] if rule["key"] in written else "problem"
    name = title(target) if target == rule["key"] else data["pending"][rule["key"]][0]
    frames = ", ".join(f"`{each}`" for each in rule.get("shown", []))
    small = f" <small>{frames}</small>" if frames else ""
    return f"| {rule['because']}{small} | [{name}]({relative(key, target)}) |"
