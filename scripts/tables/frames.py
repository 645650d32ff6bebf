"""The rules that look at frames, as a table: which functions a traceback passes, and the page that answers it."""

from scripts import rules
from scripts.tables.fingerprints import row


def render(key: str) -> str:
    """A row per reason, linked from the page ``key``."""
    shown = {rule["because"]: rule for rule in rules.load()["rules"] if "frames" in rule["when"]}
    return "\n".join(
        [
            "| What the traceback shows | What it is |",
            "|---|---|",
            *(row(key, rule) for rule in shown.values()),
        ]
    )
