"""A page at rest looks as it does with everything loaded, and what its reader does first is not lost."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts import keys
from scripts.tests.browser import Visit, visit
from scripts.tests.support import fail_with

LOOKS = [(390, "light"), (1280, "dark")]
SETTLED = 300  # milliseconds until transitions are over
KINDS = ["index", "causes/lazy-relationship", "fastapi/index", "loaders/index", "loaders/benchmark", "reference/kit"]
# Of each element where it is, its colours and its letters. What the theme's scripts add does not count.
SEEN = """() => [...document.querySelectorAll("body *")]
    .filter(one => !one.closest(".md-code__nav, .md-clipboard, template, svg *, .md-sidebar__scrollwrap")
        && one.checkVisibility({opacityProperty: true, visibilityProperty: true}))
    .map(one => {
        window.count = one.count ??= (window.count ?? 0) + 1;
        const {x, y, width, height} = one.getBoundingClientRect();
        const {color, backgroundColor, fontSize, fontWeight, borderBottomColor, textDecorationLine} = getComputedStyle(one);
        const name = one.tagName.toLowerCase() + [...one.classList].map(part => "." + part).join("");
        return {
            id: one.count, name, box: [x, y, width, height].map(Math.round).join(" "),
            look: [color, backgroundColor, fontSize, fontWeight, borderBottomColor, textDecorationLine].join(" "),
            text: String(one.textContent).trim().replace(/\\s+/g, " ").slice(0, 30),
        };
    })
    .filter(({box}) => !/ 0$| 0 \\d+$/.test(box))"""


@pytest.fixture(params=LOOKS, ids=str)
def visitor(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """A visitor with one width and one palette."""
    made = visit(browser, address, *request.param)
    yield made
    made.page.context.close()


@pytest.mark.parametrize("key", KINDS)
def test_page_at_rest_looks_as_later(key: str, visitor: Visit) -> None:
    """Neither the whole style sheet nor the theme's scripts change what is there already."""
    page, held = visitor.page, []
    page.route("**/whole.*.css", held.append)
    page.goto(visitor.address + keys.url(key), wait_until="domcontentloaded")
    page.wait_for_timeout(200)
    first = page.evaluate(SEEN)
    for route in held:
        route.continue_()
    expect(page.locator("html")).not_to_have_class(re.compile("at-rest"))
    page.wait_for_timeout(SETTLED)
    dressed = page.evaluate(SEEN)
    _compare(key, first, dressed, "once the whole style sheet is there: see scripts/finish/styles.py")
    wake(page)
    page.wait_for_timeout(SETTLED)
    _compare(key, dressed, page.evaluate(SEEN), "once the theme's scripts run: see site.css")
    visitor.check()


def wake(page: Page) -> None:
    """Act, and wait until the theme's scripts run."""
    page.mouse.move(0, 0)
    page.wait_for_selector("body[data-md-color-media]")


def _compare(key: str, before: list[dict], after: list[dict], when: str) -> None:
    there = {one["id"]: one for one in after}
    found = [
        f"docs/{key}.md:1: {one['name']} “{one['text']}” has {what} {one[what]}, and {there[one['id']][what]} {when}"
        for one in reversed(before)  # what is inside comes before what holds it
        for what in ("box", "look")
        if one["id"] in there and one[what] != there[one["id"]][what]
    ]
    fail_with(found[:5])


# --- What the reader does first.


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Visit]:
    """A page at rest whose scripts come late."""
    made = visit(browser, address, 390)
    made.page.route("**/bundle.*.js", lambda route: made.page.wait_for_timeout(400) or route.continue_())
    made.open("causes/lazy-relationship/")
    yield made
    made.check()
    made.page.context.close()


def test_shortcut_opens_the_search(phone: Visit) -> None:
    phone.page.keyboard.press("/")
    expect(phone.page.locator("#__search")).to_be_checked()


def test_first_click_copies(phone: Visit) -> None:
    phone.page.locator("[data-take=wiki]").evaluate("one => one.click()")
    expect(phone.page.locator("#take-said")).to_contain_text("Copied")


def test_first_click_changes_the_palette(phone: Visit) -> None:
    phone.page.locator("label[for=__palette_1]").evaluate("one => one.click()")
    expect(phone.page.locator("body")).to_have_attribute("data-md-color-media", "(prefers-color-scheme: light)")


def test_paste_before_the_search_is_there(phone: Visit) -> None:
    """The line breaks of what was pasted are kept for the rules, and its answer comes."""
    page = phone.page
    text = "sqlalchemy.exc.InvalidRequestError: 'User.posts' is not available\n due to lazy='raise_on_sql'"
    page.evaluate("text => navigator.clipboard.writeText(text)", text)
    page.locator("label[for=__search]").first.evaluate("one => one.click()")
    page.locator("input[name=query]").evaluate("one => one.focus()")
    page.keyboard.press("Control+V")
    expect(page.locator(".site-answer")).to_have_attribute("href", re.compile("lookalikes/raiseload/"))


@pytest.mark.parametrize(("scheme", "ground"), [("light", "default"), ("dark", "slate")])
def test_palette_is_the_readers_before_any_script(scheme: str, ground: str, browser: Browser, address: str) -> None:
    visitor = visit(browser, address, 390, scheme)
    visitor.page.route("**/*.js", lambda route: route.abort())
    visitor.page.goto(f"{address}causes/lazy-relationship/")
    expect(visitor.page.locator("body")).to_have_attribute("data-md-color-scheme", ground)
    expect(visitor.page.locator("[data-md-component=palette] label:visible")).to_have_count(1)
    visitor.page.context.close()


@pytest.mark.parametrize("way", ["focus", "shortcut", "from a result"])
def test_search_is_loaded_when_it_is_wanted(way: str, browser: Browser, address: str) -> None:
    visitor = visit(browser, address)
    page = visitor.open("causes/lazy-relationship/" + ("?h=selectinload" if way == "from a result" else ""))
    wake(page)
    page.wait_for_load_state("networkidle")
    loaded = [url for url in visitor.asked if "/search" in url.removeprefix(address) and "search-box" not in url]
    assert [url for url in loaded if "material-search" not in url] == []
