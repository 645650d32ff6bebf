"""What each release of SQLAlchemy changed for readers, from ``scripts/changes.toml``."""

import datetime
import tomllib
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from scripts import keys
from scripts.checks.pages import headings
from scripts.paths import ROOT

SOURCE = ROOT / "scripts" / "changes.toml"
PAGE = "reference/changes"


@dataclass(frozen=True)
class Change:
    """One entry. Its ``page`` is a key, with the anchor that shows the change."""

    key: str
    date: datetime.date
    release: str
    title: str
    text: str
    page: str


def load(source: Path = SOURCE) -> list[Change]:
    """All entries, the newest first."""
    return [Change(**each) for each in tomllib.loads(source.read_text(encoding="utf-8"))["change"]]


def by_release(changes: list[Change]) -> list[tuple[str, list[Change]]]:
    """The entries of each release, in the order of the file."""
    return [(release, list(of)) for release, of in groupby(changes, key=lambda change: change.release)]


def problems(changes: list[Change]) -> list[str]:
    """Entries out of order, keys given twice, and pages or anchors that are not there."""
    found, seen = [], set[str]()
    for change, newer in zip(changes, [changes[0], *changes], strict=False):
        where = f"scripts/{SOURCE.name}:1: {change.key}:"
        page, _, anchor = change.page.partition("#")
        if change.key in seen:
            found.append(f"{where} the key stands twice: the feed's readers would see one of them")
        if change.date > newer.date:
            found.append(f"{where} is newer than {newer.key} before it: the newest stands first")
        if not keys.page(page).is_file():
            found.append(f"{where} there is no page {page}")
        elif anchor not in {name for *_, name in headings(keys.page(page).read_text(encoding="utf-8"))}:
            found.append(f"{where} docs/{page}.md has no #{anchor}")
        seen.add(change.key)
    return found
