"""What a link to a page shows elsewhere: title, answer, address, card, JSON-LD, sitemap."""

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from lxml import html
from PIL import Image

from scripts import keys
from scripts.bootstrap import ToolError
from scripts.checks import navigation
from scripts.checks.tree import Tree
from scripts.diagnosis_pages import description, title
from scripts.finish import cards
from scripts.tests.support import fail_with

PAGES = keys.pages()
LARGEST = 30_000  # bytes of a card


def head(site: Path, key: str) -> html.HtmlElement:
    """The head of a built page."""
    path = site / keys.url(key) / "index.html"
    return html.parse(str(path), html.HTMLParser(encoding="utf-8")).getroot().find("head")


def meta(site: Path, key: str) -> dict[str, str]:
    """What the head's meta elements say."""
    found = head(site, key).xpath("./meta[@property or @name]")
    return {element.get("property") or element.get("name"): element.get("content") for element in found}


def address(site: Path) -> str:
    """The address that the site was built for."""
    return str(head(site, "index").xpath("string(./link[@rel='canonical']/@href)"))


def linked(site: Path, key: str) -> dict[str, dict[str, Any]]:
    """The page's JSON-LD, by type."""
    text = head(site, key).xpath("string(./script[@type='application/ld+json'])")
    return {part["@type"]: part for part in json.loads(text)["@graph"]}


@pytest.mark.parametrize("key", PAGES)
def test_link_to_page_unfurls(key: str, built: Path) -> None:
    site, told = address(built), meta(built, key)
    url = f"{site}{keys.url(key)}"
    assert head(built, key).xpath("string(./link[@rel='canonical']/@href)") == url == told["og:url"]
    assert told["og:title"] == told["og:image:alt"] == title(key)
    assert told["description"] == told["og:description"] == description(key)
    assert told["og:image"] == f"{site}{keys.card(key)}"
    assert told["twitter:card"] == "summary_large_image"
    with Image.open(built / keys.card(key)) as card:
        size = (int(told["og:image:width"]), int(told["og:image:height"]))
        assert card.size == size == (1200, 630)
        assert len(card.getcolors() or []) > 4  # ground, text, and the shades of its edges
    assert (built / keys.card(key)).stat().st_size < LARGEST


@pytest.mark.parametrize("key", PAGES)
def test_page_describes_itself(key: str, built: Path) -> None:
    site, told = address(built), linked(built, key)
    article = told["TechArticle"]
    assert (article["headline"], article["description"]) == (title(key), description(key))
    assert (article["url"], article["image"]) == (f"{site}{keys.url(key)}", f"{site}{keys.card(key)}")
    assert article["isPartOf"]["url"] == site
    assert article["license"].startswith("https://")
    crumbs = told["BreadcrumbList"]["itemListElement"]
    assert [crumb["position"] for crumb in crumbs] == list(range(1, len(crumbs) + 1))
    urls = {f"{site}{keys.url(page)}" for page in PAGES}
    assert all(crumb["item"] in urls for crumb in crumbs)
    assert crumbs[-1]["item"] == article["url"]


def test_breadcrumb_goes_by_the_section(built: Path) -> None:
    crumbs = linked(built, "causes/lazy-relationship")["BreadcrumbList"]["itemListElement"]
    assert [crumb["item"].removeprefix(address(built)) for crumb in crumbs] == [
        "",
        "causes/",
        "causes/lazy-relationship/",
    ]


def test_sitemap_lists_every_page_once(built: Path) -> None:
    listed = [element.text for element in ElementTree.parse(built / "sitemap.xml").iterfind(".//{*}loc")]
    assert sorted(map(str, listed)) == sorted(f"{address(built)}{keys.url(key)}" for key in PAGES)


def test_cards_are_the_same_bytes_every_time(built: Path, tmp_path: Path) -> None:
    key = "problem"
    cards.draw(title(key), description(key)).save(tmp_path / "card.png", optimize=True, bits=4)
    assert (tmp_path / "card.png").read_bytes() == (built / keys.card(key)).read_bytes()


@pytest.mark.parametrize("key", PAGES)
def test_card_holds_its_text(key: str) -> None:
    size, above, below = cards.laid_out(title(key), description(key))
    room = cards.WIDTH - 2 * cards.EDGE
    wide = [line for line in above if cards.font(size, True).getlength(line) > room]
    wide += [line for line in below if cards.font(cards.SMALL, False).getlength(line) > room]
    fail_with([f"docs/{key}.md:1: “{line}” is wider than the card" for line in wide])
    assert (" ".join(above), " ".join(below)) == (title(key), description(key))


def test_title_that_fits_no_card_is_named() -> None:
    with pytest.raises(ValueError, match="are too long for a card"):
        cards.laid_out("word " * 90, "An answer.")


def test_page_of_a_card_too_small_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(cards, "title", lambda key: "word " * 90)
    with pytest.raises(ToolError, match=r"docs/[\w/.-]+\.md:1: .* are too long for a card: shorten one of them"):
        cards.run(tmp_path)


def test_sections_are_those_of_the_navigation() -> None:
    tree = Tree()
    assert [key for held in navigation.sections(tree).values() for key in held] == navigation.named(tree)
