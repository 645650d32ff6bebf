"""The paste box of the start page: what it promises to readers, and to programs that drive it."""

import json
import random
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page

from scripts import keys, rules
from scripts.runner import execution
from scripts.runner.cells import Cell
from scripts.runner.programs import read
from scripts.runner.servers import Servers
from scripts.tests.browser import Visit, axe, visit
from scripts.tests.support import fail_with

MESSAGE = "sqlalchemy.exc.MissingGreenlet: greenlet_spawn has not been called; can't call await_only() here."
VERDICTS = "els => els.map(each => each.dataset.verdict)"
DIAGNOSE = """async text => {
    const { diagnose } = await import(new URL("assets/diagnosis/engine.js", document.baseURI).href);
    const started = performance.now();
    const verdicts = diagnose(text);
    return [performance.now() - started, verdicts.map(each => each.key)];
}"""


@pytest.fixture
def visitor(browser: Browser, address: str):
    """A reader on the start page."""
    made = visit(browser, address)
    made.open("")
    yield made
    made.page.context.close()


@pytest.fixture(scope="module")
def traceback() -> str:
    """A traceback of a relationship that no query loaded, with other names."""
    program = read(keys.folder("causes/lazy-relationship") / "broken.py")
    text = execution.run(program, Cell("2.1", "aiosqlite"), Servers(), None).stderr
    return text.replace("user.posts", "order.lines")


def answers(page: Page, text: str) -> list[str]:
    """The keys that the box shows for ``text``, best first."""
    page.fill("#error-input", text)
    page.wait_for_selector("#verdicts[aria-busy=false] [data-verdict]")
    return page.eval_on_selector_all("#verdicts [data-verdict]", VERDICTS)


def test_traceback_gets_cause_line_place_and_fix(visitor: Visit, traceback: str) -> None:
    page = visitor.page
    assert answers(page, traceback)[0] == "causes/lazy-relationship"
    first = page.locator("[data-verdict]").first
    assert "order.lines" in first.locator("mark").inner_text()
    assert "broken.py, line " in first.inner_text()
    assert "SQLAlchemy 2.1; aiosqlite" in first.inner_text()
    assert "To be sure: Does the query that loads order carry an option for lines?" in first.inner_text()
    assert "selectinload(Order.lines)" in first.locator("code").inner_text()
    assert first.locator("h2 a").get_attribute("href") == f"{visitor.address}causes/lazy-relationship/"
    assert "A relationship that no query loaded" in page.inner_text("#verdict-status")
    visitor.check()


def test_bare_message_is_the_problem(visitor: Visit) -> None:
    assert answers(visitor.page, MESSAGE)[0] == "problem"
    visitor.check()


def test_empty_text_leaves_no_verdict(visitor: Visit) -> None:
    answers(visitor.page, MESSAGE)
    visitor.page.fill("#error-input", "  ")
    visitor.page.wait_for_selector("[data-verdict]", state="detached")
    assert visitor.page.inner_text("#paste-answer").startswith("There is nothing to read yet")
    visitor.check()


def test_busy_is_set_in_the_input_handler(visitor: Visit) -> None:
    busy = visitor.page.evaluate(
        """text => {
            const box = document.querySelector("#error-input");
            box.value = text;
            box.dispatchEvent(new InputEvent("input"));
            return document.querySelector("#verdicts").getAttribute("aria-busy");
        }""",
        MESSAGE,
    )
    assert busy == "true"
    visitor.page.wait_for_selector("#verdicts[aria-busy=false] [data-verdict=problem]")


def test_every_key_of_the_rules_has_a_page() -> None:
    missing = rules.rule_keys() - set(keys.pages())
    fail_with([f"docs/assets/diagnosis/rules.js:1: {key} has no page: write docs/{key}.md" for key in sorted(missing)])


def test_link_shows_the_verdict_without_the_text(browser: Browser, address: str) -> None:
    visitor = visit(browser, address)
    page = visitor.open("#verdict=causes/expired-after-commit,nonsense,causes/new-object-collection")
    page.wait_for_selector("[data-verdict]")
    assert page.eval_on_selector_all("[data-verdict]", VERDICTS) == [
        "causes/expired-after-commit",
        "causes/new-object-collection",
    ]
    visitor.check()
    page.context.close()


def test_copy_holds_title_link_and_reason_and_none_of_the_text(visitor: Visit, traceback: str) -> None:
    page = visitor.page
    answers(page, traceback)
    page.click("text=Copy for your wiki or ticket")
    page.wait_for_selector("text=Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(f"[A relationship that no query loaded]({visitor.address}causes/lazy-relationship/) — ")
    assert "#verdict=causes/lazy-relationship," in copied
    assert "order" not in copied
    visitor.check()


def test_report_and_link_hold_the_verdict_and_none_of_the_text(visitor: Visit, traceback: str) -> None:
    page = visitor.page
    answers(page, traceback)
    report = page.get_by_text("Wrong verdict, or my cause is missing?").get_attribute("href") or ""
    told = parse_qs(urlsplit(report).query)
    assert told["title"] == ["Wrong verdict: causes/lazy-relationship"]
    assert "SQLAlchemy: 2.1, driver: aiosqlite" in told["body"][0]
    assert "order" not in report
    page.click("text=Link to this verdict")
    assert urlsplit(page.url).fragment.startswith("verdict=causes/lazy-relationship,")
    assert page.eval_on_selector_all("[data-verdict]", VERDICTS)[0] == "causes/lazy-relationship"
    visitor.check()


def test_unknown_text_leads_to_a_report(visitor: Visit) -> None:
    answers(visitor.page, "KeyError: 'name'")
    report = visitor.page.get_by_text("Wrong verdict, or my cause is missing?").get_attribute("href") or ""
    assert parse_qs(urlsplit(report).query)["title"] == ["A cause is missing"]


def test_model_is_named_where_the_text_names_it(visitor: Visit) -> None:
    text = (
        "fastapi.exceptions.ResponseValidationError: 1 validation error:\n  {'type': 'get_attribute_error', "
        "'loc': ('response', 'lines'), 'msg': \"Error extracting attribute: MissingGreenlet: greenlet_spawn has not "
        "been called; can't call await_only() here.\", 'input': <shop.models.Order object at 0x7f00c0ffee10>}"
    )
    answers(visitor.page, text)
    first = visitor.page.locator("[data-verdict]").first
    assert "the attribute lines of Order" in first.inner_text()
    assert "selectinload(Order.lines)" in first.locator("code").inner_text()


DROP = """([name, type, bytes]) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(bytes)], name, { type }));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
}"""


def test_dropped_log_is_read(visitor: Visit, traceback: str) -> None:
    for encoding in ("utf-8", "utf-16"):
        visitor.page.fill("#error-input", "")
        visitor.page.evaluate(DROP, ["error.log", "text/plain", list(traceback.encode(encoding))])
        visitor.page.wait_for_selector("[data-verdict='causes/lazy-relationship']")
    visitor.check()


def test_dropped_picture_gets_a_sentence(visitor: Visit) -> None:
    visitor.page.evaluate(DROP, ["error.png", "image/png", [137, 80, 78, 71]])
    visitor.page.wait_for_selector("text=A picture cannot be read here")
    assert visitor.page.locator("[data-verdict]").count() == 0
    visitor.check()


def test_binary_junk_gets_a_sentence(visitor: Visit) -> None:
    junk = list(random.Random(7).randbytes(50_000))
    visitor.page.evaluate(DROP, ["core", "application/octet-stream", junk])
    visitor.page.wait_for_selector("[data-verdict=unknown]")
    assert "This is no text" in visitor.page.inner_text("#verdicts")
    visitor.check()


def test_engine_works_where_no_worker_starts(browser: Browser, address: str) -> None:
    visitor = visit(browser, address)
    visitor.page.add_init_script("window.Worker = class { constructor() { throw new Error('no worker') } }")
    assert answers(visitor.open(""), MESSAGE)[0] == "problem"
    visitor.page.context.close()


def test_engine_works_where_the_worker_does_not_load(browser: Browser, address: str) -> None:
    visitor = visit(browser, address)
    visitor.page.route("**/diagnosis/worker.*js", lambda route: route.abort())
    page = visitor.open("")
    assert answers(page, MESSAGE)[0] == "problem"
    assert answers(page, "KeyError: 'name'") == ["unknown"]
    page.context.close()


def test_missing_script_is_told(browser: Browser, address: str) -> None:
    visitor = visit(browser, address)
    visitor.page.route("**/diagnosis/rules.*js", lambda route: route.abort())
    page = visitor.open("")
    page.fill("#error-input", MESSAGE)
    page.wait_for_selector("text=The diagnosis could not be loaded")
    assert page.get_attribute("#verdicts", "aria-busy") == "false"
    page.context.close()


def test_without_javascript_the_table_stands_there(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    assert page.locator("#error-input").is_hidden()
    row = page.locator("tr", has_text="orm/strategies.py").first
    assert row.is_visible()
    assert row.locator("a").get_attribute("href") == "causes/lazy-relationship/"
    context.close()


def test_paste_anywhere_lands_in_the_box(visitor: Visit) -> None:
    page = visitor.page
    page.evaluate("text => navigator.clipboard.writeText(text)", MESSAGE)
    assert page.evaluate("document.activeElement.tagName") == "BODY"
    page.keyboard.press("Control+V")
    page.wait_for_selector("[data-verdict=problem]")
    assert page.input_value("#error-input") == MESSAGE


def test_nothing_is_asked_or_stored_after_the_first_paste(visitor: Visit, traceback: str) -> None:
    page = visitor.page
    answers(page, f"secretword {MESSAGE}")
    page.wait_for_timeout(300)  # what the worker asked for is told late
    asked = list(visitor.asked)
    answers(page, f"secretword {traceback}")
    page.wait_for_timeout(300)
    assert visitor.asked == asked
    assert not [url for url in asked if "secretword" in url]
    assert "secretword" not in json.dumps(page.evaluate("[{...localStorage}, {...sessionStorage}, document.cookie]"))
    visitor.check()


def test_html_in_a_paste_is_text(visitor: Visit) -> None:
    page = visitor.page
    answers(page, f"<img src=x onerror=\"document.title='owned'\"> {MESSAGE} <script>document.title='owned'</script>")
    page.wait_for_timeout(100)
    assert page.title() != "owned"
    assert page.locator("#verdicts img, #verdicts script").count() == 0
    visitor.check()


def test_unrelated_text_gets_no_cause(visitor: Visit) -> None:
    assert answers(visitor.page, "KeyError: 'name'") == ["unknown"]
    assert "not MissingGreenlet" in visitor.page.inner_text("#verdicts")
    visitor.check()


LONG = {
    "log": "2026-01-01T00:00:00Z stderr F a line of a log with words and 12345\n" * 75_000,
    "one letter": "a" * 5_000_000,
    "spaces": " " * 5_000_000,
    "frames that never end": '  File "' * 600_000,
    "messages": "MissingGreenlet lazy " * 240_000,
    "locations": "'loc': (" * 600_000,
    "SQL": "[SQL: " * 800_000,
    "dots": "a.b.c." * 800_000,
    "packages": "greenlet install " * 300_000,
    "updates": "500 commit greenlet update put " * 160_000,
    "noise": "".join(random.Random(1).choices("aA.:()'\"[]{}\\/\n \t|<>&;=0", k=5_000_000)),
}


@pytest.mark.timed
@pytest.mark.parametrize("name", LONG)
def test_five_megabytes_are_answered_within_a_second(name: str, visitor: Visit) -> None:
    took, found = visitor.page.evaluate(DIAGNOSE, LONG[name])
    assert found
    assert took < 1000, f"{name}: {took:.0f} ms"


@pytest.fixture(scope="module")
def start(browser: Browser, address: str) -> Iterator[Page]:
    """The start page, for what leaves it as it was."""
    page = visit(browser, address).open("")
    yield page
    page.context.close()


@pytest.mark.timed
@pytest.mark.parametrize("rule", range(len(rules.load()["rules"])))
def test_no_pattern_backtracks(rule: int, start: Page) -> None:
    """Every pattern alone, against a long text made of its own words."""
    slow = start.evaluate(
        """async ([number]) => {
            const { default: data } = await import(new URL("assets/diagnosis/rules.js", document.baseURI).href);
            const { when, unless = {} } = data.rules[number], slow = [];
            for (const pattern of [...Object.values(when), ...Object.values(unless)].flat()) {
                const words = pattern.match(/[A-Za-z_]{3,}/g) ?? ["x"];
                const texts = [words.join(" ").repeat(4000), words[0].repeat(20000), words.join(".").repeat(4000)];
                for (const text of texts) {
                    const started = performance.now();
                    new RegExp(pattern, "i").test(text.slice(0, 100_000));
                    if (performance.now() - started > 150) slow.push(`${pattern}: ${performance.now() - started} ms`);
                }
            }
            return slow;
        }""",
        [rule],
    )
    assert not slow


PASTE = """([line, times, tail]) => {
    const data = new DataTransfer();
    data.setData("text/plain", line.repeat(times) + tail);
    window.longest = 0;
    new PerformanceObserver(list => list.getEntries().forEach(each => {
        window.longest = Math.max(window.longest, each.duration);
    })).observe({ type: "longtask" });
    window.started = performance.now();
    setTimeout(() => document.querySelector("#error-input").dispatchEvent(
        new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true })), 50);
}"""


@pytest.mark.timed
def test_five_megabytes_in_the_box_do_not_block_the_page(visitor: Visit, traceback: str) -> None:
    """No task of the page takes longer than 100 ms while a long paste is read, and the box shows what was read."""
    page = visitor.page
    answers(page, MESSAGE)
    page.fill("#error-input", "")
    page.evaluate(PASTE, ["2026-01-01T00:00:00Z stderr F a line of a log with words and 12345\n", 75_000, traceback])
    page.wait_for_selector("[data-verdict='causes/lazy-relationship']")
    assert page.evaluate("performance.now() - window.started") < 1000
    page.wait_for_timeout(200)
    assert page.evaluate("window.longest") < 100
    assert len(page.input_value("#error-input")) <= 100_000
    assert "the box shows the part around the error" in page.inner_text("#paste-answer")
    visitor.check()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_verdict_is_accessible(width: int, scheme: str, browser: Browser, address: str, traceback: str) -> None:
    visitor = visit(browser, address, width, scheme)
    answers(visitor.open(""), traceback)
    found = axe(visitor.page)
    assert not found, [(each["id"], each["nodes"][0]["html"]) for each in found]
    assert visitor.page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    visitor.check()
    visitor.page.context.close()
