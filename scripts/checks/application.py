"""The application: its page says where every file of it goes, and which mistakes its tests catch."""

import re
from pathlib import Path
from typing import NamedTuple

from scripts.checks.tree import Tree

KEY = "fastapi/index"
PACKAGE = "fastapi/app"
LINK = re.compile(r"\[`([\w/]+\.py)`\]\(([\w./]+)\)")
MISTAKE = re.compile(r"^\| `([\w/]+\.py)`:<br>`([^`]+)` \| `([^`]+)` \| `([^`]+)` \|$", re.MULTILINE)


class Mistake(NamedTuple):
    """A row of the page's table: a change in a copied file, and what the application's tests then say."""

    file: str
    old: str
    new: str
    said: str


def files(tree: Tree) -> dict[str, Path]:
    """Where each file that the page links goes in the reader's project -> the published file."""
    page = tree.page(KEY)
    return {goal: page.parent / link for goal, link in LINK.findall(tree.text(KEY))}


def mistakes(tree: Tree) -> list[Mistake]:
    """The mistakes of the page's table."""
    return [Mistake(*row) for row in MISTAKE.findall(tree.text(KEY))]


def problems(tree: Tree) -> list[str]:
    """Files of the application that the page does not link, links that lead nowhere, mistakes nobody can make."""
    where, linked = f"{tree.shown(tree.page(KEY))}:1:", files(tree)
    folder = tree.snippets / PACKAGE
    there = {path.relative_to(folder.parent).as_posix() for path in folder.rglob("*.py")}
    texts = {goal: source.read_text(encoding="utf-8") for goal, source in linked.items() if source.is_file()}
    rows = mistakes(tree)
    return [
        *(f"{where} no link says where {name} goes: add [`{name}`]({name})" for name in sorted(there - set(linked))),
        *(f"{where} links {name}, and there is no such file" for name in sorted(set(linked) - set(texts))),
        *(
            f"{where} {row.file} has no “{row.old}”: correct the table"
            for row in rows
            if row.old not in texts.get(row.file, "")
        ),
        *(
            []
            if rows
            else [f"{where} the table of what the tests catch has no row: | `FILE`:<br>`OLD` | `NEW` | `SAID` |"]
        ),
    ]
