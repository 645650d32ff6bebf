"""The changes page: a section per release of SQLAlchemy, an entry per change."""

import os

from scripts import changes, keys


def render(key: str) -> str:
    """A heading per release and a definition per change, with the page that shows it."""
    lines = []
    for release, entries in changes.by_release(changes.load()):
        lines += [f"## SQLAlchemy {release} {{#sqlalchemy-{release.replace('.', '-')}}}", ""]
        lines += [line for entry in entries for line in _entry(entry, key)]
    return "\n".join(lines)


def _entry(entry: changes.Change, key: str) -> list[str]:
    page, _, anchor = entry.page.partition("#")
    way = os.path.relpath(keys.page(page), keys.page(key).parent).replace(os.sep, "/")
    title = f'<span id="{entry.key}">{entry.title}</span>'
    return [f"**{title}**, {entry.date}", f":   {entry.text} [What was run]({way}#{anchor})", ""]
