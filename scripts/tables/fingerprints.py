"""The diagnosis rules as a table, in their order: what a text shows, and the page that answers it."""

from scripts import keys, rules
from scripts.diagnosis_pages import title
from scripts.tables.causes import relative


def render(key: str) -> str:
    """A row per reason of a rule, linked from the page ``key``; pages still to come lead to the error's own page."""
    data = rules.load()
    written = set(keys.pages())
    lines = ["| What the text shows | What it is |", "|---|---|"]
    for rule in {rule["because"]: rule for rule in data["rules"]}.values():
        target = rule["key"] if rule["key"] in written else "problem"
        name = title(target) if target == rule["key"] else data["pending"][rule["key"]][0]
        frames = rule["when"].get("frames", "")
        shown = f"{rule['because']}{_functions(frames)}"
        lines.append(f"| {shown} | [{name}]({relative(key, target)}) |")
    return "\n".join(lines)


def _functions(pattern: str) -> str:
    """The function names that a pattern over frames looks for, as small print."""
    names = dict.fromkeys(
        word
        for word in pattern.replace("\\b", " ").replace("\\w", " ").replace("\\S", " ").split(":")[1:]
        for word in [word.strip("(?:").split("|")[0].strip("().*+$ >")]
        if word.isidentifier() and len(word) > 3
    )
    return f" <small>{', '.join(f'`{name}`' for name in names)}</small>" if names else ""
