"""A printed page: the text alone, tabs and folds open, addresses behind links, light in every palette."""

from collections import Counter
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.tests import pdf
from scripts.tests.browser import visit, wake
from scripts.tests.support import fail_with

SHEET = "causes/lazy-relationship/"
PRINTED = [SHEET, "loaders/selectinload/", "reference/kit/"]
STYLE, SCRIPT = "docs/assets/stylesheets/site.css:1:", "docs/assets/javascripts/page.js:1:"
LONG = "60000px"  # one sheet for all: where a sheet ends, a paragraph is not drawn in one go
HIDDEN = [".md-header", ".md-tabs", ".md-sidebar", ".md-footer", ".headerlink", ".md-code__nav", ".site-take"]
# Text that is seen and is none of the article's.
AROUND = """() => [...document.querySelectorAll("body *")].filter(each => !each.closest("article")
    && [...each.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim())
    && each.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && each.clientHeight > 1
).map(each => `${each.className || each.tagName}: ${each.textContent.trim()}`)"""
# What is written in the article, and its colour.
COLOURS = """() => [...document.querySelectorAll("article *")].filter(each => each.checkVisibility()
    && [...each.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim())
).map(each => [getComputedStyle(each).color, each.className || each.tagName])"""
# What a reader would see with every tab and fold open: code by lines, other text by the elements that hold it.
HELD = """() => [...document.querySelectorAll("article :is(h1, h2, h3, p, li, td, th, small, summary, pre > code)")]
    .filter(each => !each.closest("nav, noscript, .site-take, .site-said"))
    .flatMap(each => each.matches("pre > code") ? each.textContent.split("\\n")
        : [...each.childNodes].filter(node => node.nodeType === Node.TEXT_NODE).map(node => node.data))
    .filter(text => text.trim())"""
TOPS = """() => [...document.querySelectorAll(".tabbed-set")].map(set =>
    [...set.querySelectorAll(".tabbed-labels > label, .tabbed-content > .tabbed-block")]
        .map(each => [each.tagName, each.getBoundingClientRect().top, each.getBoundingClientRect().height])
        .sort((a, b) => a[1] - b[1]).map(([tag, _, height]) => height > 0 ? tag : "hidden"))"""


@pytest.fixture(params=["light", "dark"])
def sheet(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    """A page as it is about to be printed."""
    visitor = visit(browser, address, 794, request.param)
    page = visitor.open(SHEET)
    wake(page)
    printed(page)
    yield page
    visitor.check()
    page.context.close()


def printed(page: Page) -> None:
    """What a browser does before it prints."""
    page.emulate_media(media="print", reduced_motion="reduce")  # colours change at once
    page.evaluate("dispatchEvent(new Event('beforeprint'))")


def test_only_the_text_is_printed(sheet: Page) -> None:
    text_alone(sheet)
    assert [name for name in HIDDEN if sheet.locator(name).count() == 0] == [], "look for what is called so now"
    seen = {name for name in HIDDEN for each in sheet.locator(name).all() if each.is_visible()}
    fail_with([f"{STYLE} {name} is printed: hide it under @media print" for name in sorted(seen)])
    expect(sheet.locator("article h1")).to_be_visible()
    wide = sheet.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0


def test_tabs_stand_under_their_labels(sheet: Page) -> None:
    tabs_open(sheet)


def test_folds_are_open_and_close_again(sheet: Page) -> None:
    sheet.evaluate(
        "document.querySelector('article').insertAdjacentHTML('beforeend', "
        "'<details id=fold><summary>More</summary><p>Inside</p></details>')"
    )
    inside = sheet.locator("#fold p")
    expect(inside).to_be_visible()  # by the style sheet alone, where no script runs
    sheet.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert sheet.evaluate("document.querySelector('#fold').open"), f"{SCRIPT} a fold is printed closed"
    sheet.evaluate("dispatchEvent(new Event('afterprint'))")
    assert not sheet.evaluate("document.querySelector('#fold').open"), f"{SCRIPT} a fold stays open after printing"


def test_addresses_are_shown(sheet: Page, address: str) -> None:
    shown = sheet.evaluate(
        """() => [...document.querySelectorAll("article a[href]:not(.headerlink, [href^='#'])")].map(link =>
            [link.href, link.textContent, getComputedStyle(link, "::after").content])"""
    )
    assert any(href.startswith(address) for href, _, _ in shown)
    bare = [href for href, text, after in shown if href not in after and text != href]
    fail_with([f"{SCRIPT} the print does not tell that a link leads to {href}" for href in bare])
    sheet.evaluate("dispatchEvent(new Event('afterprint'))")
    assert sheet.locator("[data-address]").count() == 0


def test_paper_is_white(sheet: Page) -> None:
    ground, ink = sheet.evaluate("(style => [style.backgroundColor, style.color])(getComputedStyle(document.body))")
    code = sheet.evaluate("getComputedStyle(document.querySelector('pre code')).backgroundColor")
    assert lightness(ground) > 0.9 or ground == "rgba(0, 0, 0, 0)", f"{STYLE} the paper is {ground}, not white"
    assert lightness(code) > 0.9, f"{STYLE} code is printed on {code}"
    assert lightness(ink) < 0.3, f"{STYLE} text is printed in {ink}"
    pale = {f"{name}: {colour}" for colour, name in sheet.evaluate(COLOURS) if lightness(colour) > 0.55}
    fail_with([f"{STYLE} is too pale on paper: {each}" for each in sorted(pale)])


@pytest.mark.parametrize("key", PRINTED)
@pytest.mark.parametrize("script", [True, False], ids=["script", "without-script"])
def test_pdf_holds_what_tabs_and_folds_hide(key: str, script: bool, browser: Browser, address: str) -> None:
    """Printed by the browser, with nothing prepared; without JavaScript, too."""
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()
    page.goto(address + key)
    held = Counter(pdf.squeezed(text) for text in page.evaluate(HELD))
    title = pdf.squeezed(page.locator("h1").inner_text().replace("¶", ""))
    folded = page.locator("article details:not([open])").count()
    told = pdf.text(page.pdf(width="210mm", height=LONG))
    assert told.startswith(title), told[:200]
    assert len(held) > 20
    fail_with(
        [f"{STYLE} the print of /{key} lacks “{text}”" for text, times in held.items() if told.count(text) < times]
    )
    assert "Copyforwiki" not in told
    assert page.locator("article details:not([open])").count() == folded
    context.close()


def test_pdf_tells_where_links_lead(browser: Browser, address: str) -> None:
    visitor = visit(browser, address)
    told = pdf.text(visitor.open(SHEET).pdf())
    for way in (f"({address}{SHEET}broken.py)", "(https://docs.sqlalchemy.org/"):
        assert way in told, f"{STYLE} the print does not say {way} behind its link"
    visitor.check()
    visitor.page.context.close()


def test_without_javascript_tabs_stand_open_and_links_outside_are_shown(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + SHEET)
    page.emulate_media(media="print")
    text_alone(page)
    tabs_open(page)
    shown = page.locator("article a[href^='https://']").evaluate_all(
        "links => links.map(link => [link.href, getComputedStyle(link, '::after').content])"
    )
    assert shown
    bare = [href for href, after in shown if href not in after]
    fail_with([f"{STYLE} without JavaScript the print does not tell that a link leads to {href}" for href in bare])
    context.close()


def text_alone(page: Page) -> None:
    """Fail if anything is printed that is not the article's."""
    fail_with([f"{STYLE} is printed, and should not be: {each}" for each in page.evaluate(AROUND)])


def tabs_open(page: Page) -> None:
    """Fail if a tab is not printed under its label."""
    sets = page.evaluate(TOPS)
    assert sets
    wrong = [each for each in sets if each != ["LABEL", "DIV"] * (len(each) // 2)]
    fail_with([f"{STYLE} labels and blocks of tabs are printed in this order: {', '.join(each)}" for each in wrong])


def lightness(colour: str) -> float:
    """0 for black, 1 for white."""
    parts = [float(part) for part in colour[colour.index("(") + 1 : -1].split(",")[:3]]
    return sum(parts) / 3 / 255
