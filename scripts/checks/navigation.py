"""Every page is in the navigation, and every entry of it is a page."""

import re

from scripts import keys
from scripts.checks.tree import Tree

SECTION = re.compile(r"^  - ([^:]+):(?: [\w./-]+\.md)?$")
ENTRY = re.compile(r"^\s*- (?:[^:]+: )?([\w./-]+)\.md\s*$")


def problems(tree: Tree, key: str) -> list[str]:
    """Whether ``key`` and mkdocs.yml agree."""
    entries = _entries(tree)
    has_page = key in keys.pages(tree.docs)
    if has_page and key not in entries:
        return [
            f"{tree.shown(tree.page(key))}:1: no entry in mkdocs.yml leads to this page: add “- {key}.md” under nav:"
        ]
    if key in entries and not has_page:
        return [
            f"mkdocs.yml:{entries[key]}: leads to docs/{key}.md, which does not exist: write it, or remove the entry"
        ]
    return []


def named(tree: Tree) -> list[str]:
    """The keys that the navigation names."""
    return list(_entries(tree))


def sections(tree: Tree) -> dict[str, list[str]]:
    """The navigation's sections, each with its keys in order; a page at the top is one by itself."""
    found, entries = dict[str, list[str]](), {line: key for key, line in _entries(tree).items()}
    for number, line in enumerate((tree.root / "mkdocs.yml").read_text(encoding="utf-8").splitlines(), 1):
        if match := SECTION.match(line):
            found[match[1]] = []
        if number in entries:
            found[list(found)[-1]].append(entries[number])
    return {name: held for name, held in found.items() if held}


def _entries(tree: Tree) -> dict[str, int]:
    """Key -> line in mkdocs.yml."""
    lines = (tree.root / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
    return {match[1]: number for number, line in enumerate(lines, 1) if (match := ENTRY.match(line))}
