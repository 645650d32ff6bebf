"""What people paste into the search box puts the right page first, in the real browser."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from scripts import keys
from scripts.runner import execution
from scripts.runner.cells import Cell
from scripts.runner.programs import read
from scripts.runner.servers import Servers
from scripts.tests.browser import Visit, visit

Paste = Callable[[Page, str], None]
MESSAGE = "greenlet_spawn has not been called; can't call {}() here. Was IO attempted in an unexpected place?"
MESSAGE_20 = MESSAGE.format("await_only") + " (Background on this error at: https://sqlalche.me/e/20/xd2s)"
MESSAGE_21 = MESSAGE.format("await_") + "\n(Background on this error at: https://sqlalche.me/e/21/xd2s)"
PASTES = {
    "message-2.0": (f"sqlalchemy.exc.MissingGreenlet: {MESSAGE_20}", "problem"),
    "message-2.1": (f"sqlalchemy.exc.MissingGreenlet: {MESSAGE_21}", "problem"),
    "message-without-class": (MESSAGE.format("await_only"), "problem"),
    "class": ("MissingGreenlet:", "problem"),
    "code": ("xd2s", "problem"),
    "link": ("https://sqlalche.me/e/21/xd2s", "problem"),
    "raise-on-sql": ("'User.posts' is not available due to lazy='raise_on_sql'", "lookalikes/raiseload"),
    "wrapped": ("StatementError (sqlalchemy.exc.MissingGreenlet)", "problem"),
    "pydantic": ("get_attribute_error", "causes/response-serialization"),
    "quoted": (f'"{MESSAGE.format("await_only")}"', "problem"),
    "curly-quoted": (f"“{MESSAGE.format('await_')}”", "problem"),
    "misspelt": ("MisingGreenlet", "problem"),
    "words": ("selectinload 500", "loaders/selectinload"),
    "traceback": ("", "causes/lazy-relationship"),
    "pool-class": ("Pool class QueuePool cannot be used with asyncio engine", "reference/messages"),
    "pool-class-code": ("pcls", "reference/messages"),
    "inspection": (
        "Inspection on an AsyncEngine is currently not supported. Please obtain a connection",
        "causes/sync-api-on-async-engine",
    ),
    "inspection-link": ("https://sqlalche.me/e/20/xd3s", "causes/sync-api-on-async-engine"),
    "not-started": (
        "AsyncConnection context has not been started and object has not been awaited.",
        "causes/sync-api-on-async-engine",
    ),
    "yield-per": ("Can't use yield_per with eager loaders that require uniquing", "loaders/joinedload"),
    "yield-per-unique": (
        "Can't use the ORM yield_per feature in conjunction with unique()",
        "loaders/joinedload",
    ),
}
FIRST = ".md-search-result__item > a, .md-search-result__link"
LIMIT = 300  # milliseconds from the paste to the first result, as measured; a test machine may take three times as long


@pytest.fixture(scope="module")
def traceback() -> str:
    """A traceback of some sixty lines, from a run."""
    program = read(keys.folder("causes/lazy-relationship") / "broken.py")
    text = execution.run(program, Cell("2.1", "aiosqlite"), Servers(), None).stderr
    assert 60 <= len(text.splitlines()) <= 160, len(text.splitlines())
    return text


def by_keyboard(page: Page, text: str) -> None:
    page.evaluate("text => navigator.clipboard.writeText(text)", text)
    page.keyboard.press("Control+V")


def by_mouse(page: Page, text: str) -> None:
    """What a paste from the context menu does: a paste event, then the text itself, and no key."""
    page.evaluate(
        """text => {
            const box = document.querySelector("input[name=query]"), data = new DataTransfer();
            data.setData("text/plain", text);
            const event = new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true});
            if (box.dispatchEvent(event)) document.execCommand("insertText", false, text.replace(/\\s*\\n\\s*/g, " "));
        }""",
        text,
    )


WATCH = """selector => {
    const started = performance.now();
    window.firstResult = new Promise(resolve => {
        const look = () => {
            const found = document.querySelector(selector);
            if (found && found.offsetParent) resolve([found.pathname, performance.now() - started]);
            else setTimeout(look, 5);
        };
        look();
    });
}"""


@pytest.fixture
def visitor(browser: Browser, address: str) -> Iterator[Visit]:
    """Who has the search box open."""
    made = visit(browser, address)
    page = made.open("contributing/")
    page.wait_for_load_state("networkidle")
    page.focus("input[name=query]")
    page.wait_for_timeout(300)
    yield made
    made.check()
    page.context.close()


@pytest.mark.parametrize("paste", [by_keyboard, by_mouse])
@pytest.mark.parametrize("name", PASTES)
def test_paste_finds_the_page(name: str, paste: Paste, visitor: Visit, traceback: str) -> None:
    text, key = PASTES[name]
    path, _ = first_result(visitor.page, paste, text or traceback)
    assert keys.key_of_url(path) == key
    visitor.page.wait_for_timeout(100)
    path = visitor.page.evaluate("selector => document.querySelector(selector).pathname", FIRST)
    assert keys.key_of_url(path) == key


@pytest.mark.timed
@pytest.mark.parametrize("paste", [by_keyboard, by_mouse])
@pytest.mark.parametrize("name", ["message-2.1", "traceback", "words"])
def test_first_result_comes_soon(name: str, paste: Paste, visitor: Visit, traceback: str) -> None:
    _, took = first_result(visitor.page, paste, PASTES[name][0] or traceback)
    assert took <= 3 * LIMIT, f"the first result took {took:.0f} ms"


def first_result(page: Page, paste: Paste, text: str) -> tuple[str, float]:
    """Where the first result leads, and the milliseconds from the paste until it stood."""
    page.evaluate(WATCH, FIRST)
    paste(page, text)
    path, took = page.evaluate("window.firstResult")
    return path, took


def test_answer_stands_above_the_results(browser: Browser, address: str) -> None:
    visitor = visit(browser, address)
    page = visitor.open("")
    page.focus("input[name=query]")
    by_mouse(page, "InvalidRequestError: 'User.posts' is not available due to lazy='raise_on_sql'")
    page.wait_for_selector(".site-answer:visible")
    assert page.get_attribute(".site-answer", "href") == f"{address}lookalikes/raiseload/"
    page.fill("input[name=query]", "")
    page.wait_for_selector(".site-answer", state="hidden")
    visitor.check()
    page.context.close()


def test_answer_stands_without_the_worker(browser: Browser, address: str) -> None:
    """Should the theme's search be gone, the rules still answer."""
    visitor = visit(browser, address)
    visitor.page.route("**/workers/search*", lambda route: route.abort())
    page = visitor.open("")
    page.focus("input[name=query]")
    by_mouse(page, f"MissingGreenlet: {MESSAGE_21}")
    page.wait_for_selector(".site-answer:visible")
    assert page.get_attribute(".site-answer", "href") == f"{address}problem/"
    page.context.close()


def test_a_paste_leaves_the_machine_nowhere(browser: Browser, address: str) -> None:
    visitor = visit(browser, address)
    page = visitor.open("")
    page.wait_for_load_state("networkidle")
    page.focus("input[name=query]")
    by_keyboard(page, f"MissingGreenlet secretword {MESSAGE_20}")
    page.wait_for_selector(FIRST)
    assert not [url for url in visitor.asked if "secretword" in url]
    visitor.check()
    page.context.close()


def test_html_in_a_paste_is_text(browser: Browser, address: str) -> None:
    visitor = visit(browser, address)
    page = visitor.open("")
    page.focus("input[name=query]")
    by_mouse(
        page, "<img src=x onerror=\"document.title='owned'\"> MissingGreenlet <script>document.title='owned'</script>"
    )
    page.wait_for_selector(FIRST)
    page.wait_for_timeout(200)
    assert page.title() != "owned"
    visitor.check()
    page.context.close()


def test_search_bundle_is_where_the_override_expects_it(built: Path) -> None:
    """material-search.js must stand before the bundle that starts the worker."""
    text = (built / "index.html").read_text(encoding="utf-8")
    assert 0 < text.index("material-search.") < text.index("assets/javascripts/bundle.")
