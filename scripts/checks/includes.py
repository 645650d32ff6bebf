"""Every include names a file of the page's own programs, and a section that is marked in it."""

import re

from scripts.checks.tree import Tree


def problems(tree: Tree, key: str) -> list[str]:
    """Includes of ``key`` that do not resolve."""
    found = []
    for line, name, section in tree.includes(key):
        where, path = f"{tree.shown(tree.page(key))}:{line}:", tree.root / name
        if not path.is_file():
            found.append(f"{where} includes {name}, which does not exist: correct the path, or restore the file")
        elif section and not _marked(path.read_text(encoding="utf-8"), section):
            found.append(
                f"{where} includes the section “{section}” of {name}, which has no [start:{section}]…[end:{section}]"
            )
    return found


def _marked(text: str, section: str) -> bool:
    return all(
        re.search(rf"^\s*# --8<-- \[{edge}:{re.escape(section)}\]$", text, re.MULTILINE) for edge in ("start", "end")
    )
