"""The rules as data: every question is asked, and every group of candidates has one."""

import re
from collections import Counter
from pathlib import Path

from scripts import rules
from scripts.tests.support import fail_with

NAMES = {"model", "attribute", "variable"}


def words(text: str) -> set[str]:
    """The words of a pattern or a name, without the underscores around them."""
    return {word.strip("_") for word in re.findall(r"\w+", text)}


def lines_of_faults(data: dict) -> list[str]:
    """What is wrong between the rules and the questions, as sentences."""
    questions, asked = data["questions"], Counter(rule.get("decide") for rule in data["rules"])
    silent = [rule for rule in data["rules"] if rule.get("also") and not rule.get("decide")]
    return [
        *(f"rules.js: the rule “{rule['because']}” has next-likeliest pages and no question" for rule in silent),
        *(f"rules.js: no question is called “{name}”" for name in asked if name and name not in questions),
        *(f"rules.js: no rule asks the question “{name}”" for name in questions if name not in asked),
        *(
            f"rules.js: the rule “{rule['because']}” shows {name}, which its pattern over frames does not hold"
            for rule in data["rules"]
            for name in rule.get("shown", [])
            if not words(name) <= words(rule["when"].get("frames", ""))
        ),
        *(
            f"rules.js: “{{{name}}}” is no name that the engine fills in"
            for text in [*questions.values(), *(rule.get("fix", "") for rule in data["rules"])]
            for name in re.findall(r"\{(\w+)\}", text)
            if name not in NAMES
        ),
    ]


def test_every_group_of_candidates_has_its_question() -> None:
    fail_with(lines_of_faults(rules.load()))


def test_faults_are_named(tmp_path: Path) -> None:
    data = rules.load()
    rule = next(rule for rule in data["rules"] if rule.get("also"))
    rule["decide"] = ""
    assert f"rules.js: the rule “{rule['because']}” has next-likeliest pages and no question" in lines_of_faults(data)
    rule["decide"] = "nonsense"
    assert "rules.js: no question is called “nonsense”" in lines_of_faults(data)
    framed = next(rule for rule in data["rules"] if rule.get("shown"))
    framed["shown"] = ["orm/nowhere.py"]
    assert f"rules.js: the rule “{framed['because']}” shows orm/nowhere.py, which its pattern" in "\n".join(
        lines_of_faults(data)
    )
    data["questions"]["unasked"] = "Who reads {nobody}?"
    faults = lines_of_faults(data)
    assert "rules.js: no rule asks the question “unasked”" in faults
    assert "rules.js: “{nobody}” is no name that the engine fills in" in faults
