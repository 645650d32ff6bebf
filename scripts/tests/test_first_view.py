"""A page at rest looks as it does with everything loaded, and what its reader does first is not lost."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts import keys
from scripts.tests.browser import Visit, axe, visit, wake
from scripts.tests.support import fail_with, told

LOOKS = [(390, "light"), (1280, "dark")]
Late = tuple[Page, Callable[[], None]]
SEARCH = re.compile(r"search/search_index\.json|workers/search|diagnosis/query")
SETTLED = 300  # milliseconds until transitions are over
KINDS = ["index", "causes/lazy-relationship", "fastapi/index", "loaders/index", "loaders/benchmark", "reference/kit"]
# Of each element where it is, its colours and its letters. What the theme's scripts add does not count.
SEEN = """() => [...document.querySelectorAll("body *")]
    .filter(one => !one.closest(".md-code__nav, .md-clipboard, template, svg *, .md-sidebar__scrollwrap")
        && one.checkVisibility({opacityProperty: true, visibilityProperty: true}))
    .map(one => {
        one.count ??= window.count = (window.count ?? 0) + 1;
        const {x, y, width, height} = one.getBoundingClientRect();
        const {color, backgroundColor, fontSize, fontWeight, borderBottomColor, textDecorationLine} =
            getComputedStyle(one);
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
    """Its rules are enough: neither the whole style sheet nor the theme's scripts change what is there already."""
    page = visitor.open(keys.url(key))
    page.wait_for_timeout(SETTLED)
    before = page.evaluate(SEEN)
    fail_with([f"docs/{key}.md:1: at rest: {each['id']}: {each['nodes'][0]['target']}" for each in axe(page)])
    wake(page)
    expect(page.locator("html")).not_to_have_class(re.compile("at-rest"))
    page.wait_for_timeout(SETTLED)
    _compare(key, before, page.evaluate(SEEN))
    visitor.check()


def _compare(key: str, before: list[dict], after: list[dict]) -> None:
    there = {one["id"]: one for one in after}
    found = [
        f"docs/{key}.md:1: {one['name']} “{one['text']}” has {what} {one[what]}, and {there[one['id']][what]} when the "
        "reader has acted: see scripts/finish/styles.py and site.css"
        for one in reversed(before)  # what is inside comes before what holds it
        for what in ("box", "look")
        if one["id"] in there and one[what] != there[one["id"]][what]
    ]
    fail_with(found[:5])


@told("docs/assets/javascripts/first-view.js:1: a page whose whole style sheet does not come")
def test_page_is_read_without_the_whole_sheet(browser: Browser, address: str) -> None:
    """What it needs to be read stands in it; search and drawer, which would lie over the text, stay hidden."""
    page = visit(browser, address, 390).page
    page.route("**/whole.*.css", lambda route: route.abort())
    page.goto(f"{address}causes/lazy-relationship/")
    wake(page)
    expect(page.locator("article h1")).to_be_visible()
    expect(page.locator(".md-search__output")).to_be_hidden()
    expect(page.locator(".md-sidebar--primary")).to_be_hidden()
    page.locator("article a[href='../../loaders/']").first.click()
    expect(page).to_have_url(f"{address}loaders/")
    page.context.close()


# --- What the reader does first.


@pytest.fixture
def late(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Late]:
    """A page on a phone, and what lets the theme's bundle (or the script that is named) come at last."""
    made, held = visit(browser, address, 390), []
    made.page.route(f"**/{getattr(request, 'param', 'bundle')}.*.js", lambda route: held.append(route))
    page = made.open("causes/lazy-relationship/")

    def come() -> None:
        page.wait_for_timeout(200)
        assert held, "nothing has woken the scripts"
        held.pop().continue_()

    yield page, come
    made.check()
    page.context.close()


def test_shortcut_opens_the_search(late: Late) -> None:
    page, come = late
    page.keyboard.press("/")
    come()
    expect(page.locator("#__search")).to_be_checked()


@pytest.mark.parametrize("late", ["search-box"], indirect=True)
def test_search_gives_focus_back_however_slow_its_script(late: Late) -> None:
    """The theme, which moves focus into the box, does not run before the script that remembers where focus was."""
    page, come = late
    link = page.locator("article h1 a.headerlink")
    link.focus()
    page.wait_for_timeout(SETTLED)
    page.keyboard.press("/")
    come()
    expect(page.get_by_role("textbox", name="Search")).to_be_focused()
    page.keyboard.press("Escape")
    expect(link).to_be_focused()


def test_first_click_copies(late: Late) -> None:
    page, come = late
    page.locator("[data-take=wiki]").evaluate("one => one.click()")
    come()
    expect(page.locator("#take-said")).to_contain_text("Copied")


def test_first_click_changes_the_palette(late: Late) -> None:
    page, come = late
    page.locator("label[for=__palette_1]").evaluate("one => one.click()")
    come()
    expect(page.locator("body")).to_have_attribute("data-md-color-media", "(prefers-color-scheme: light)")


def test_first_key_changes_the_palette(late: Late) -> None:
    page, come = late
    page.locator("#__palette_0").focus()
    page.keyboard.press("ArrowLeft")
    come()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_paste_before_the_search_is_there(late: Late) -> None:
    """The line breaks of what was pasted are kept for the rules, and their answer comes."""
    page, come = late
    text = "sqlalchemy.exc.InvalidRequestError:\n'User.posts' is not available due to lazy='raise_on_sql'"
    page.evaluate("text => navigator.clipboard.writeText(text)", text)
    page.locator("header label[for=__search]").first.evaluate("one => one.click()")
    expect(page.locator("html")).not_to_have_class(re.compile("at-rest"))
    page.locator("input[name=query]").evaluate("one => one.focus()")
    page.keyboard.press("Control+V")
    come()
    expect(page.locator(".site-answer")).to_have_attribute("href", re.compile("lookalikes/raiseload/"))


@pytest.mark.parametrize(("scheme", "ground"), [("light", "default"), ("dark", "slate")])
def test_palette_is_the_readers_without_a_file(scheme: str, ground: str, browser: Browser, address: str) -> None:
    page = visit(browser, address, 390, scheme).page
    page.route("**/*.js", lambda route: route.abort())
    page.goto(f"{address}causes/lazy-relationship/")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", ground)
    expect(page.locator("[data-md-component=palette] label:visible")).to_have_count(1)
    page.context.close()


@pytest.mark.parametrize("query", ["", "?h=selectinload"])
def test_search_comes_when_it_is_wanted(query: str, browser: Browser, address: str) -> None:
    """By going to the box; or at once on the page of a result, whose words are to be marked."""
    visitor = visit(browser, address)
    page = visitor.open(f"causes/lazy-relationship/{query}")
    wake(page)
    page.wait_for_load_state("networkidle")
    assert bool(_search(visitor)) == bool(query)
    page.focus("input[name=query]")
    page.fill("input[name=query]", "selectinload")
    page.wait_for_selector(".md-search-result__item")
    assert _search(visitor) == {"search/search_index.json", "workers/search", "diagnosis/query"}
    visitor.check()
    page.context.close()


def _search(visitor: Visit) -> set[str]:
    """Which parts of the search the page has asked for."""
    return {found[0] for url in visitor.asked if (found := SEARCH.search(url))}
