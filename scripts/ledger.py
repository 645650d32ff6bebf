"""The list of every URL and anchor that was ever published, in git."""

import re
from pathlib import Path

from lxml import html

from scripts import keys, moves
from scripts.addresses import joined
from scripts.checks.pages import FENCE
from scripts.checks.site import ids
from scripts.paths import DOCS, LEDGER, MOVED

HEADER = "# Every URL and anchor ever published. Written by `python3 -m scripts publish`; nothing is ever removed.\n"
ID = re.compile(r"\{:? *#([\w-]+)[^}\n]*\}")
CODE = re.compile(r"`[^`\n]*`(?! *\{)")
PROGRAM = re.compile(r"\]\(([\w./-]+\.py)\)|^\[[^\]]+\]: (\S+\.py)$", re.MULTILINE)


def pages(docs: Path = DOCS) -> list[str]:
    """The URLs of all pages, each followed by its explicit ids and by the programs that it links."""
    found = []
    for key in keys.pages(docs):
        prose = FENCE.sub("", keys.page(key, docs).read_text(encoding="utf-8"))
        programs = [joined(keys.directory(key), match[1] or match[2]) for match in PROGRAM.finditer(prose)]
        names = ID.findall(CODE.sub("", prose))
        found += [f"/{keys.url(key)}", *(f"/{keys.url(key)}#{name}" for name in names), *programs]
    return list(dict.fromkeys(found))


def published(path: Path = LEDGER) -> list[str]:
    """What the list holds."""
    return [url for _, url in _numbered(path)]


def append(path: Path = LEDGER) -> list[str]:
    """Add what is new; return it."""
    old = published(path)
    new = [url for url in [*pages(), *moves.load()] if url not in old]
    if new:
        path.write_text(HEADER + "".join(f"{url}\n" for url in sorted([*old, *new])), encoding="utf-8")
    return new


def lost(docs: Path = DOCS, path: Path = LEDGER, moved: Path = MOVED) -> list[str]:
    """Published URLs and anchors that no page has any more, and that lead to none."""
    now, known = set(pages(docs)), moves.load(moved)
    return [
        f"scripts/{path.name}:{number}: {url} was published and is gone: restore the page or the heading's id, "
        f"or say in scripts/{moved.name} where it is now"
        for number, url in _numbered(path)
        if moves.resolved(url, known) not in now
    ]


def unresolved(site: Path, path: Path = LEDGER) -> list[str]:
    """Published URLs and anchors at which the built site serves nothing, also where a redirect leads."""
    return [
        f"scripts/{path.name}:{number}: {url} was published, but {sentence}: "
        f"restore it, or add a line to scripts/{MOVED.name}"
        for number, url in _numbered(path)
        if (sentence := _dead(site, url))
    ]


def _numbered(path: Path) -> list[tuple[int, str]]:
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return [(number, line) for number, line in enumerate(lines, 1) if line.startswith("/")]


def _dead(site: Path, url: str, left: int = moves.MOST) -> str:
    """Why ``url`` leads nowhere; empty if it resolves."""
    page, mark, name = url.partition("#")
    file = site / page.lstrip("/") / "index.html" if page.endswith("/") else site / page.lstrip("/")
    if not file.is_file():
        return f"nothing is built at {page}"
    if file.suffix != ".html" or (name and name in ids(file)):
        return ""
    if goal := _goal(file):
        onward = joined(page, goal)
        return _dead(site, onward if "#" in onward else f"{onward}{mark}{name}", left - 1) if left else "it goes round"
    return f"{page} has no #{name}" if name else ""


def _goal(file: Path) -> str:
    """Where a redirect page leads; empty for another page."""
    text = file.read_text(encoding="utf-8")
    found = html.fromstring(text).xpath("//a[@data-moved='page']/@href") if "data-moved" in text else []
    return str(found[0]) if found else ""
