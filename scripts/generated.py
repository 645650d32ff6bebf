"""Text between markers in the pages, written by machine and checked for drift.

A page asks for a block with ``<!-- generated: NAME -->`` … ``<!-- /generated -->``; the module
``scripts.tables.NAME`` has ``render(key) -> str``, the Markdown that belongs there.
"""

import re
from importlib import import_module, util
from pathlib import Path

from scripts import diagnosis_pages, keys, loader_model
from scripts.bootstrap import ToolError
from scripts.paths import DOCS, ROOT

BLOCK = re.compile(r"(<!-- generated: ([\w-]+) -->\n)(.*?)(<!-- /generated -->)", re.DOTALL)


def filled(key: str, text: str) -> str:
    """``text`` of the page ``key`` with every block as it should be.

    Raises:
        ToolError: a block has a name that no module renders.
    """

    def fill(match: re.Match[str]) -> str:
        name = f"scripts.tables.{match[2].replace('-', '_')}"
        if util.find_spec(name) is None:
            raise ToolError(f"docs/{key}.md asks for a block “{match[2]}”, but there is no {name}")
        return f"{match[1]}{import_module(name).render(key).strip()}\n{match[4]}"

    return BLOCK.sub(fill, text)


def stale(docs: Path = DOCS) -> dict[Path, str]:
    """The pages whose blocks are out of date, each with its new text."""
    found = {}
    for key in keys.pages(docs):
        path = keys.page(key, docs)
        text = path.read_text(encoding="utf-8")
        if (new := filled(key, text)) != text:
            found[path] = new
    for module in (diagnosis_pages, loader_model) if docs == DOCS else ():
        if _read(module.TARGET) != (new := module.text()):
            found[module.TARGET] = new
    return found


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def write(docs: Path = DOCS) -> list[str]:
    """Bring every block up to date; return the files that changed."""
    changed = stale(docs)
    for path, text in changed.items():
        path.write_text(text, encoding="utf-8")
    return [str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else str(path) for path in changed]
