"""The changes page and its feed tell what the data file holds."""

import datetime
import xml.etree.ElementTree as ET
from pathlib import Path

from lxml import html

from scripts import changes, keys
from scripts.changes import Change
from scripts.finish import feed
from scripts.tests.support import fail_with

ATOM = {"a": feed.ATOM}


def change(key: str, day: int, page: str = "problem#class") -> Change:
    """An entry of some day."""
    return Change(key, datetime.date(2026, 1, day), "2.1", "Title", "Text with `code`.", page)


def test_entries_are_in_order_and_lead_somewhere() -> None:
    fail_with(changes.problems(changes.load()))


def test_faulty_entries_are_named() -> None:
    told = changes.problems([change("a", 1), change("b", 2), change("a", 1, "nowhere#x"), change("c", 1, "problem#x")])
    assert told == [
        "scripts/changes.toml:1: b: is newer than a before it: the newest stands first",
        "scripts/changes.toml:1: a: the key stands twice: the feed's readers would see one of them",
        "scripts/changes.toml:1: a: there is no page nowhere",
        "scripts/changes.toml:1: c: docs/problem.md has no #x",
    ]


def test_feed_leads_to_what_the_page_shows(built: Path) -> None:
    page = built / keys.url(changes.PAGE) / "index.html"
    tree = html.parse(str(page)).getroot()
    (named,) = tree.xpath("//link[@type='application/atom+xml']/@href")
    found = ET.parse(page.parent / named).getroot()
    entries = found.findall("a:entry", ATOM)
    assert [entry.findtext("a:id", "", ATOM).partition("#")[2] for entry in entries] == [
        each.key for each in changes.load()
    ]
    told = [[entry.findtext(f"a:{name}", "", ATOM) for name in ("title", "updated", "summary")] for entry in entries]
    assert told == [
        [f"SQLAlchemy {each.release}: {each.title}", f"{each.date}T00:00:00Z", each.text.replace("`", "")]
        for each in changes.load()
    ]
    canonical = tree.xpath("//link[@rel='canonical']/@href")[0]
    for entry in entries:
        link = entry.find("a:link", ATOM)
        assert link is not None
        address, _, anchor = link.get("href", "").partition("#")
        assert address == canonical
        assert tree.get_element_by_id(anchor).text_content() in entry.findtext("a:title", "", ATOM)


def test_feed_is_one_that_readers_take() -> None:
    text = feed.feed([change("b", 2), change("a", 1)], "https://site.example/sub/reference/changes/")
    found = ET.fromstring(text)
    assert found.findtext("a:updated", "", ATOM) == "2026-01-02T00:00:00Z"
    assert [link.get("href") for link in found.findall("a:link", ATOM)] == [
        "https://site.example/sub/changes.xml",
        "https://site.example/sub/reference/changes/",
    ]
    for name in ("id", "title", "updated", "author"):
        assert found.find(f"a:{name}", ATOM) is not None
    entry = found.find("a:entry", ATOM)
    assert entry is not None
    assert entry.findtext("a:summary", "", ATOM) == "Text with code."
    assert text == feed.feed([change("b", 2), change("a", 1)], "https://site.example/sub/reference/changes/")
