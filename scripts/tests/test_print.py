"""A printed page: the text alone, tabs and folds open, addresses behind links, light in every palette."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.tests.browser import visit

SHEET = "causes/lazy-relationship/"
HIDDEN = [".md-header", ".md-tabs", ".md-sidebar", ".md-footer", ".headerlink", ".md-code__nav", ".md-top"]
TOPS = """() => [...document.querySelectorAll(".tabbed-set")].map(set =>
    [...set.querySelectorAll(".tabbed-labels > label, .tabbed-content > .tabbed-block")]
        .map(each => [each.tagName, each.getBoundingClientRect().top, each.getBoundingClientRect().height])
        .sort((a, b) => a[1] - b[1]).map(([tag, _, height]) => height > 0 ? tag : "hidden"))"""


@pytest.fixture(params=["light", "dark"])
def sheet(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    """A page as it is about to be printed."""
    visitor = visit(browser, address, 794, request.param)
    page = visitor.open(SHEET)
    printed(page)
    yield page
    visitor.check()
    page.context.close()


def printed(page: Page) -> None:
    """What a browser does before it prints."""
    page.emulate_media(media="print", reduced_motion="reduce")  # colours change at once
    page.evaluate("dispatchEvent(new Event('beforeprint'))")


def test_only_the_text_is_printed(sheet: Page) -> None:
    seen = [name for name in HIDDEN for each in sheet.locator(name).all() if each.is_visible()]
    assert not seen
    expect(sheet.locator("article h1")).to_be_visible()
    wide = sheet.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0


def test_tabs_stand_under_their_labels(sheet: Page) -> None:
    sets = sheet.evaluate(TOPS)
    assert sets
    assert all(each == ["LABEL", "DIV"] * (len(each) // 2) for each in sets), sets


def test_folds_are_open_and_close_again(sheet: Page) -> None:
    sheet.evaluate(
        "document.querySelector('article').insertAdjacentHTML('beforeend', "
        "'<details id=fold><summary>More</summary><p>Inside</p></details>')"
    )
    inside = sheet.locator("#fold p")
    expect(inside).to_be_visible()  # by the style sheet alone, where no script runs
    sheet.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert sheet.evaluate("document.querySelector('#fold').open")
    sheet.evaluate("dispatchEvent(new Event('afterprint'))")
    assert not sheet.evaluate("document.querySelector('#fold').open")


def test_addresses_are_shown(sheet: Page, address: str) -> None:
    shown = sheet.evaluate(
        """() => [...document.querySelectorAll("article a[href]:not(.headerlink, [href^='#'])")].map(link =>
            [link.href, link.textContent, getComputedStyle(link, "::after").content])"""
    )
    assert any(href.startswith(address) for href, _, _ in shown)
    assert all(href in after or text == href for href, text, after in shown), shown
    sheet.evaluate("dispatchEvent(new Event('afterprint'))")
    assert sheet.locator("[data-address]").count() == 0


def test_paper_is_white(sheet: Page) -> None:
    ground, ink = sheet.evaluate("(style => [style.backgroundColor, style.color])(getComputedStyle(document.body))")
    code = sheet.evaluate("getComputedStyle(document.querySelector('pre code')).backgroundColor")
    assert lightness(ground) > 0.9 or ground == "rgba(0, 0, 0, 0)"
    assert lightness(code) > 0.9
    assert lightness(ink) < 0.3


def lightness(colour: str) -> float:
    """0 for black, 1 for white."""
    parts = [float(part) for part in colour[colour.index("(") + 1 : -1].split(",")[:3]]
    return sum(parts) / 3 / 255
