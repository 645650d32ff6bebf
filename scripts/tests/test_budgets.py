"""What it costs to open a page: bytes, requests, elements, shifts and blocked time, counted in the real browser.

Counts are limits. Times depend on the machine: the tests allow three times what is asked.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from scripts import keys
from scripts.serving import served
from scripts.tests.browser import visit
from scripts.tests.support import fail_with

CAUSES = [key for key in keys.pages() if key.startswith("causes/") and key != "causes/index"]
OTHERS = ["index", "problem", "loaders/index", "loaders/selectinload", "loaders/benchmark"]

# Of a cause page; other pages may be longer, and two of them have a script of their own with what it imports.
HTML = 14_000  # bytes as sent, brotli: one round trip after the connection all of it is there
BYTES, REQUESTS = 50_000, 6  # in all, until the reader acts
ARTICLE, ELEMENTS = 700, 1_000
BLOCKED = 50  # milliseconds of long tasks, each beyond its first 50
OBSERVE = """() => {
    window.seen = {shifts: 0, blocked: 0};
    const on = (type, each) => new PerformanceObserver(list => list.getEntries().forEach(each))
        .observe({type, buffered: true});
    on("layout-shift", entry => { window.seen.shifts += entry.value });
    on("longtask", entry => { window.seen.blocked += Math.max(0, entry.duration - 50) });
}"""


@dataclass
class Opened:
    """A page at rest, with what came over the network: the bytes of each address, heads left out."""

    page: Page
    sizes: dict[str, int] = field(default_factory=dict)

    @property
    def html(self) -> int:
        return self.sizes[self.page.url]


@pytest.fixture(scope="module")
def packed(built: Path) -> Iterator[str]:
    """Where the built site is served as a host does that sends packed copies."""
    with served(built, packed=True) as found:
        yield found


@pytest.fixture
def opened(browser: Browser, packed: str, request: pytest.FixtureRequest) -> Iterator[Opened]:
    """A first visit on a phone: nothing is in the browser's cache."""
    visitor = visit(browser, packed, 390)
    visitor.page.add_init_script(f"({OBSERVE})()")
    found = Opened(visitor.page)
    _count(found)
    visitor.open(keys.url(request.param))
    visitor.page.wait_for_load_state("networkidle")
    yield found
    visitor.check()
    visitor.page.context.close()


def _count(found: Opened) -> None:
    client = found.page.context.new_cdp_session(found.page)
    client.send("Network.enable")

    def add(event: dict[str, Any]) -> None:
        url, heads = event["response"]["url"], event["response"]["headers"]
        if url.startswith("http"):
            found.sizes[url] = found.sizes.get(url, 0) + int(heads["Content-Length"])

    client.on("Network.responseReceived", add)


@pytest.mark.timed  # beside other work the scripts were once seen to wake although nobody acted
@pytest.mark.parametrize("opened", CAUSES, indirect=True)
def test_cause_opens_in_an_instant(opened: Opened) -> None:
    key = keys.key_of_url(urlsplit(opened.page.url).path)
    article = opened.page.evaluate("document.querySelectorAll('article *').length")
    elements = opened.page.evaluate("document.querySelectorAll('*').length")
    counted = {
        "bytes of HTML (brotli)": (opened.html, HTML),
        "bytes in all": (sum(opened.sizes.values()), BYTES),
        "requests": (len(opened.sizes), REQUESTS),
        "elements in the article": (article, ARTICLE),
        "elements in all": (elements, ELEMENTS),
    }
    fail_with(
        [
            f"docs/{key}.md:1: {found:,} {name}, and {limit:,} are the limit: shorten the page, or find what grew in "
            f"scripts/finish/: {sorted(opened.sizes.items(), key=lambda pair: -pair[1])[:6]}"
            for name, (found, limit) in counted.items()
            if found > limit
        ]
    )


@pytest.mark.timed
@pytest.mark.parametrize("opened", [CAUSES[0], *OTHERS], indirect=True)
def test_page_stands_still(opened: Opened) -> None:
    seen = opened.page.evaluate("window.seen")
    assert seen["shifts"] == 0, "something moves while the page loads"
    assert seen["blocked"] <= 3 * BLOCKED, f"the page does not answer for {seen['blocked']:.0f} ms while it loads"
    unwanted = [url for url in opened.sizes if "search" in url or "/bundle." in url]
    assert not unwanted, "loaded before the reader acted"
