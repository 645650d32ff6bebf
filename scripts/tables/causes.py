"""The table of the causes that have a page: what the reader did, and where to go."""

from scripts import keys
from scripts.diagnosis_pages import description, title
from scripts.runner import matrix
from scripts.runner.programs import read_all


def render(key: str) -> str:
    """A row per cause, linked from the page ``key``."""
    results = matrix.load()
    programs = [program for program in read_all() if program.kind == "broken"]
    lines = ["| What you did | The cause |", "|---|---|"]
    for cause in filter(keys.is_cause, keys.pages()):
        mine = [program for program in programs if keys.key_of_code(program.path) == cause]
        runs = sum(entry["exit"] != 0 for program in mine for entry in results.get(program.name, {}).values())
        link = f"[{title(cause)}]({relative(key, cause)})"
        proof = f"{len(mine)} program{'s' * (len(mine) != 1)}, {runs} failing runs"
        lines.append(f"| {description(cause)} | {link} <small>{proof}</small> |")
    return "\n".join(lines)


def relative(key: str, target: str) -> str:
    """The link from one page's Markdown file to another's."""
    here, there = key.split("/")[:-1], target.split("/")
    while here and len(there) > 1 and here[0] == there[0]:
        here, there = here[1:], there[1:]
    return "../" * len(here) + "/".join(there) + ".md"
