"""The whole site by keyboard: what takes focus is seen, has a name and an outline, and nothing is out of reach."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts import keys
from scripts.tests.browser import Visit, visit
from scripts.tests.support import fail_with, told
from scripts.tests.test_look import KINDS, PAGES

WALK = Path(__file__).with_name("walk.js").read_text(encoding="utf-8")
BOTH = {"index", "loaders/index", "404"}  # pages with controls of their own: walked at both widths
WIDTHS = (390, 1280)
MOST = 600  # presses of Tab
TURN = 25  # presses before the page is asked
CAUSE = "causes/lazy-relationship/"
MESSAGE = "sqlalchemy.exc.MissingGreenlet: greenlet_spawn has not been called; can't call await_only() here."


def url(key: str) -> str:
    """The address of a page; of the page for what is not there, one that leads nowhere."""
    return "causes/no-such-page/" if key == "404" else keys.url(key)


def walks() -> list[object]:
    """Which pages are walked at which widths. The frame is the same, so others than these are left to ``look``: pages
    with controls of their own, and of each kind the first at one width."""
    near = {(key, WIDTHS[at % 2]) for at, key in enumerate(KINDS)} | {(key, width) for key in BOTH for width in WIDTHS}
    every = [(key, width) for key in [*PAGES, "404"] for width in WIDTHS]
    return [pair if pair in near else pytest.param(*pair, marks=pytest.mark.sweep) for pair in every]


@pytest.fixture(params=[1280])
def page(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    """A page before a reader who has no mouse; nothing moves, so that what is seen is what stays."""
    visitor = opened(browser, address, request.param)
    yield visitor.page
    visitor.check()
    visitor.page.context.close()


def opened(browser: Browser, address: str, width: int) -> Visit:
    made = visit(browser, address, width)
    made.page.emulate_media(reduced_motion="reduce")
    return made


def walked(page: Page) -> list[str]:
    """All that is wrong on the way around a page by Tab."""
    for _ in range(MOST // TURN):
        for _ in range(TURN):
            page.keyboard.down("Tab")  # and held: that takes half the time
        if page.evaluate("walk.ended()"):
            page.keyboard.up("Tab")
            return page.evaluate("[...walk.problems, ...walk.missed(), ...walk.plain()]")
    return [f"{MOST} presses of Tab do not lead around the page: something keeps focus"]


@pytest.mark.parametrize(("key", "width"), walks())
def test_every_control_is_reached_and_seen(key: str, width: int, browser: Browser, address: str) -> None:
    page = opened(browser, address, width).page
    page.goto(address + url(key))
    page.evaluate(WALK)
    page.keyboard.press("Tab")
    expect(page.locator(".md-skip")).to_be_focused()
    expect(page.locator(".md-skip")).to_have_css("opacity", "1")
    page.wait_for_selector("body[data-md-color-media]")  # the theme has woken, and adds its buttons
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    skipped = page.evaluate("document.activeElement.closest('article') !== null")
    problems = walked(page) if skipped else ["the skip link leads to nothing in the article"]
    fail_with([f"docs/{key}.md:1: {width} px: {each}" for each in problems])
    page.context.close()


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until it has focus."""
    for _ in range(MOST):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{page.url}: {selector} is not reached by Tab")


@pytest.mark.parametrize("page", WIDTHS, indirect=True)
@told("docs/assets/javascripts/search-box.js:1: the search by keyboard")
def test_search(page: Page, address: str) -> None:
    """`/` opens it, Tab leads through answer and results, Escape closes it and gives focus back."""
    page.goto(address + CAUSE)
    before = page.locator("article h1 a.headerlink")
    before.focus()
    page.keyboard.press("/")
    box = page.get_by_role("textbox", name="Search")
    expect(box).to_be_focused()
    page.keyboard.insert_text(MESSAGE)
    page.keyboard.press("End")
    result = page.locator("a.md-search-result__link").first
    expect(result).to_be_visible(timeout=20_000)
    page.keyboard.press("Tab")
    expect(page.locator(".site-answer")).to_be_focused()
    page.keyboard.press("Tab")
    expect(result).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(page.locator(".site-answer")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".md-search__output")).to_have_attribute("inert", "")
    expect(before).to_be_focused()


@pytest.mark.parametrize("page", WIDTHS, indirect=True)
@told("docs/assets/javascripts/search-box.js:1: in and out by Tab")
def test_search_by_tab(page: Page, address: str) -> None:
    """Tab alone gets into the search, and out of it again."""
    page.goto(address + CAUSE)
    tab_to(page, "[for=__search]" if page.viewport_size == {"width": 390, "height": 900} else "[name=query]")
    page.keyboard.press("Enter")
    box = page.get_by_role("textbox", name="Search")
    expect(box).to_be_focused()
    expect(page.locator(".md-search__output")).not_to_have_attribute("inert", "")
    page.keyboard.press("Tab")
    expect(page.locator(".md-search__output")).to_have_attribute("inert", "")
    assert page.evaluate("document.activeElement !== document.body && !document.activeElement.closest('.md-search')")


@pytest.mark.parametrize("page", [390], indirect=True)
@told("docs/assets/javascripts/page.js:1: the drawer by keyboard")
def test_drawer(page: Page, address: str) -> None:
    """Its button opens it, each list opens and closes, Escape and Tab close it, and a link leads on."""
    page.goto(address + CAUSE)
    button = page.get_by_role("button", name="Navigation")
    tab_to(page, "button[for=__drawer]")
    expect(button).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    back = page.get_by_role("button", name="Causes", exact=True)
    expect(back).to_be_focused()
    tab_to(page, "button[for=__toc]")
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Table of contents")).to_be_focused()
    expect(page.get_by_role("link", name="Recognise it", exact=True)).to_be_visible()
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(page.locator("#__drawer")).not_to_be_checked()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(page.locator("button[for=__toc].md-nav__link")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(back).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Causes", exact=True)).to_be_focused()
    tab_to(page, ".md-nav__link[href$='loaders/']")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}loaders/")
    tab_to(page, "button[for=__drawer]")
    page.keyboard.press("Enter")
    tab_to(page, "article *")
    expect(page.locator("#__drawer")).not_to_be_checked()


@told("docs/assets/javascripts/page.js:1 or site.css: tabs and copy buttons by keyboard")
def test_tabs_and_copy_buttons(page: Page, address: str) -> None:
    """Arrow keys turn the tabs; a copy button says what it did."""
    page.goto(address + CAUSE)
    blocks = page.locator(".tabbed-set").first.locator(".tabbed-block")
    tab_to(page, ".md-code__button")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Copied to clipboard")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").startswith("user = (await session")
    tab_to(page, ".tabbed-set > input")
    expect(blocks.nth(0)).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(blocks.nth(1)).to_be_visible()
    expect(blocks.nth(0)).to_be_hidden()
    expect(page.locator(".tabbed-labels").first).to_have_css("outline-style", "solid")


@pytest.mark.parametrize("page", WIDTHS, indirect=True)
@told("docs/index.md:1: the paste box by keyboard")
def test_paste_box(page: Page, address: str) -> None:
    """From a fresh page to the page of the verdict."""
    page.goto(address)
    tab_to(page, "#error-input")
    page.keyboard.insert_text(MESSAGE)
    page.wait_for_selector("#verdicts[aria-busy=false] [data-verdict=problem]")
    tab_to(page, "#verdicts h2 a")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}problem/")


@told("docs/assets/loaders/form.html:1: the chooser by keyboard")
def test_chooser(page: Page, address: str) -> None:
    """Its choice by arrow key, its box by Space, its link by Enter."""
    page.goto(address + "loaders/")
    tab_to(page, "#chooser [name=kind]")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_label("The relationship")).to_have_value("many-to-one")
    tab_to(page, "#chooser [name=held]")
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile("held=true"))
    tab_to(page, "#chooser-copy")
    page.keyboard.press("Enter")
    expect(page.locator("#chooser-status")).to_have_text("The link to this case is copied.")


@told("docs/assets/javascripts/page.js:1: the palettes by keyboard")
def test_palette(page: Page, address: str) -> None:
    """The palettes are radio buttons, named by what they choose, and the chosen one is checked on the next page."""
    page.goto(address + CAUSE)
    tab_to(page, ".md-option")
    expect(page.get_by_role("radio", name="Palette of the system")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.goto(address + "problem/")
    expect(page.get_by_role("radio", name="Dark palette")).to_be_checked()
    tab_to(page, ".md-option")
    expect(page.locator(".md-header__option")).to_have_css("outline-style", "solid")
