"""The diagnosis rules as Python sees them: the data file that the browser's engine imports."""

import json
from pathlib import Path
from typing import Any

from scripts.bootstrap import ToolError
from scripts.paths import ROOT, RULES

PREFIX = "export default "


def load(path: Path = RULES) -> dict[str, Any]:
    """The content of the rules file.

    Raises:
        ToolError: the file is missing, or what follows ``export default`` is no JSON.
    """
    try:
        text = path.read_text(encoding="utf-8")
        return json.loads(text[text.index(PREFIX) + len(PREFIX) :].rstrip().removesuffix(";"))
    except (OSError, ValueError) as error:
        raise ToolError(
            f"{RULES.relative_to(ROOT)}:1: not “{PREFIX}” followed by JSON ({error}): "
            "correct it, or restore it with git checkout"
        ) from error


def rule_keys(path: Path = RULES) -> set[str]:
    """Every key that a rule leads to."""
    return {key for rule in load(path)["rules"] for key in [rule["key"], *rule.get("also", [])]}
