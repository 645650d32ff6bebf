"""``changes.xml``: the changes page as an Atom feed, for readers who want to be told."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

from scripts import changes, keys
from scripts.bootstrap import ToolError
from scripts.changes import Change

FEED = "changes.xml"
ATOM = "http://www.w3.org/2005/Atom"
CANONICAL = re.compile(r"""<link\b[^>]*?rel=["']?canonical["']?[^>]*?href=["']?([^"'\s>]+)""")


def run(site: Path) -> None:
    """Write the feed for the address that the build was made for.

    Raises:
        ToolError: the site was built for none.
    """
    page = site / keys.url(changes.PAGE) / "index.html"
    address = CANONICAL.search(page.read_text(encoding="utf-8"))
    if not address:
        raise ToolError(f"{page} has no canonical address, so the feed cannot say where it belongs: set SITE_URL")
    (site / FEED).write_bytes(feed(changes.load(), address[1]))


def feed(entries: list[Change], page: str) -> bytes:
    """The feed of the entries that stand on the page at this address."""
    root = page.removesuffix(keys.url(changes.PAGE))
    top = ET.Element("feed", xmlns=ATOM)
    _add(top, "title", "MissingGreenlet: what each release of SQLAlchemy changes")
    _add(top, "id", page)
    _add(top, "updated", _time(max(entries, key=lambda entry: entry.date)))
    ET.SubElement(top, "link", rel="self", href=root + FEED)
    ET.SubElement(top, "link", rel="alternate", href=page)
    ET.SubElement(_add(top, "author"), "name").text = "MissingGreenlet"
    for entry in entries:
        made = _add(top, "entry")
        _add(made, "title", f"SQLAlchemy {entry.release}: {entry.title}")
        _add(made, "id", f"{page}#{entry.key}")
        _add(made, "updated", _time(entry))
        ET.SubElement(made, "link", rel="alternate", href=f"{page}#{entry.key}")
        _add(made, "summary", entry.text.replace("`", ""))
    ET.indent(top)
    return ET.tostring(top, encoding="utf-8", xml_declaration=True) + b"\n"


def _add(parent: ET.Element, name: str, text: str | None = None) -> ET.Element:
    made = ET.SubElement(parent, name)
    made.text = text
    return made


def _time(entry: Change) -> str:
    return f"{entry.date}T00:00:00Z"
