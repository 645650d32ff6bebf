"""The interaction matrix: what each way of touching an attribute does under each switch, from the recorded outputs."""

import re
from pathlib import Path

from scripts import keys
from scripts.runner.cells import SERIES

COLLECTIONS = {
    "select": "select",
    "joined": "joined",
    "selectin": "selectin",
    "subquery": "subquery",
    "immediate": "immediate",
    "raise_on_sql": "raise_on_sql",
    "raise": "raise",
    "noload": "noload",
    "dynamic": "DynamicMapped",
    "write-only": "WriteOnlyMapped",
}
ONE = "many-to-one"
COLUMNS = {"deferred": "deferred=True", "deferred-raiseload": "deferred_raiseload=True", "expired": "expired"}
DATABASES = {"postgresql": "PostgreSQL", "mysql": "MariaDB"}
WAYS_OF_ONE = ("absent", "present")
SHOWN = {"MissingGreenlet": "**fails**", "InvalidRequestError": "refused"}
NONE = "–"
LINE = re.compile(r"([\w, -]+): (\w+)")


def render(key: str) -> str:
    """A table of collections, one of many-to-one and one of columns: a row per switch, linked from the page ``key``."""
    folder = keys.folder(key)
    one = outcomes(folder / f"shows-{ONE}.py")
    switches = dict.fromkeys(name.partition(", ")[0] for name in one)
    targets = {name: {way: one[f"{name}, {way}"] for way in WAYS_OF_ONE} for name in switches}
    tables = [
        _table("Collection", [(_link(key, name, title), _of(folder, name)) for name, title in COLLECTIONS.items()]),
        _table("Many-to-one", [(_link(key, ONE, name), told) for name, told in targets.items()]),
        _table("Column", [(_link(key, name, title), _of(folder, name)) for name, title in COLUMNS.items()]),
    ]
    return "\n\n".join("\n".join(lines) for lines in tables)


def _link(key: str, name: str, title: str) -> str:
    return f"[`{title}`]({keys.page(key).stem}/shows-{name.replace('_', '-')}.py)"


def _of(folder: Path, name: str) -> dict[str, dict[str, str]]:
    return outcomes(folder / f"shows-{name.replace('_', '-')}.py")


def outcomes(program: Path) -> dict[str, dict[str, str]]:
    """Way of touching -> where (a series, or a database) -> what the program printed."""
    found: dict[str, dict[str, str]] = {}
    for where in (*SERIES, *DATABASES):
        path = keys.output(program, where)
        if where in SERIES and not path.is_file():
            path = keys.output(program)
        for line in path.read_text(encoding="utf-8").splitlines() if path.is_file() else []:
            if match := LINE.fullmatch(line):
                found.setdefault(match[1], {})[DATABASES.get(where, where)] = match[2]
    return found


def _table(head: str, rows: list[tuple[str, dict[str, dict[str, str]]]]) -> list[str]:
    ways = list(dict.fromkeys(way for _, found in rows for way in found))
    lines = [f"| {head} | {' | '.join(way.replace('_', '_<wbr>') for way in ways)} |", "|---" * (len(ways) + 1) + "|"]
    return lines + [f"| {title} | {' | '.join(cell(found.get(way, {})) for way in ways)} |" for title, found in rows]


def cell(told: dict[str, str]) -> str:
    """One outcome in the table's words; where it differs, each with the places that had it."""
    usual = {where: told[where] for where in SERIES if where in told}
    apart = {where: text for where, text in told.items() if where not in SERIES and text not in usual.values()}
    if len(set(usual.values())) < 2:
        usual = {"SQLite": next(iter(usual.values()), NONE)}
    groups: dict[str, list[str]] = {}
    for where, text in {**usual, **apart}.items():
        groups.setdefault(text, []).append(where)
    if len(groups) == 1:
        return _word(next(iter(groups)))
    return ", ".join(f"{_word(text)} ({', '.join(places)})" for text, places in groups.items())


def _word(text: str) -> str:
    return SHOWN.get(text, text if text in ("ok", "empty", NONE) else f"`{text}`")
