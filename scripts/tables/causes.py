"""The tables of the causes, by what the reader did, and where to go."""

from scripts import keys
from scripts.checks.navigation import named
from scripts.checks.tree import Tree
from scripts.diagnosis_pages import description, front, title
from scripts.groups import GROUPS
from scripts.runner import matrix
from scripts.runner.programs import Program, read_all


def render(key: str) -> str:
    """A table per group, with a row per cause in the order of the navigation, linked from the page ``key``."""
    failing, results = failing_by_cause(), matrix.load()
    rows: dict[str, list[str]] = {}
    for cause in causes():
        rows.setdefault(front(cause).get("group", ""), []).append(row(key, cause, failing.get(cause, []), results))
    lines: list[str] = []
    for group, heading in GROUPS.items():
        if group in rows:
            lines += ["", f"### {heading} {{#did-{group}}}", "", "| What you did | The cause |", "|---|---|"]
            lines += rows[group]
    return "\n".join(lines)


def failing_by_cause() -> dict[str, list[Program]]:
    """The programs that must fail, by the key of their page."""
    found: dict[str, list[Program]] = {}
    for program in read_all():
        if program.kind == "broken":
            found.setdefault(keys.key_of_code(program.path), []).append(program)
    return found


def causes() -> list[str]:
    """The causes that have a page, in the order of the navigation."""
    written = set(keys.pages())
    return [key for key in named(Tree()) if keys.is_cause(key) and key in written]


def row(key: str, cause: str, failing: list[Program], results: matrix.Matrix) -> str:
    """One cause: its sentence, its link, and how often its failing programs were seen to fail."""
    runs = sum(entry["exit"] != 0 for program in failing for entry in results.get(program.name, {}).values())
    link = f"[{title(cause)}]({relative(key, cause)})"
    proof = f"{len(failing)} program{'s' * (len(failing) != 1)}, {runs} failing runs"
    return f"| {description(cause)} | {link} <small>{proof}</small> |"


def relative(key: str, target: str) -> str:
    """The link from one page's Markdown file to another's."""
    here, there = key.split("/")[:-1], target.split("/")
    while here and len(there) > 1 and here[0] == there[0]:
        here, there = here[1:], there[1:]
    return "../" * len(here) + "/".join(there) + ".md"
