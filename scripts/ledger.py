"""The list of every URL and anchor that was ever published, in git."""

from pathlib import Path

from scripts import keys
from scripts.checks.pages import headings
from scripts.paths import DOCS, LEDGER

HEADER = "# Every URL and anchor ever published. Written by `python3 -m scripts publish`; nothing is ever removed.\n"


def present(docs: Path = DOCS) -> list[str]:
    """The URLs of all pages, each followed by those of its headings."""
    found = []
    for key in keys.pages(docs):
        text = keys.page(key, docs).read_text(encoding="utf-8")
        found += [f"/{keys.url(key)}", *(f"/{keys.url(key)}#{name}" for _, _, _, name in headings(text) if name)]
    return found


def published(path: Path = LEDGER) -> list[str]:
    """What the list holds."""
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return [line for line in lines if line and not line.startswith("#")]


def append(path: Path = LEDGER) -> list[str]:
    """Add what is new; return it."""
    old = published(path)
    new = [url for url in present() if url not in old]
    if new:
        path.write_text(HEADER + "".join(f"{url}\n" for url in sorted([*old, *new])), encoding="utf-8")
    return new


def lost(docs: Path = DOCS, path: Path = LEDGER) -> list[str]:
    """Published URLs and anchors that no page has any more."""
    now = set(present(docs))
    return [
        f"scripts/{path.name}:{number}: {url} was published and is gone: restore the page or the heading's id"
        for number, url in enumerate(path.read_text(encoding="utf-8").splitlines() if path.is_file() else [], 1)
        if url.startswith("/") and url not in now
    ]
