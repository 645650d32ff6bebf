"""The Content-Security-Policy: strict, on every page, and the site works under it at a root and below a sub-path."""

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.checks import policy as check
from scripts.finish import policy
from scripts.serving import served
from scripts.tests.browser import Visit, visit
from scripts.tests.support import fail_with

PAGES = ["", "causes/", "causes/lazy-relationship/", "loaders/benchmark/", "reference/kit/", "contributing/"]
MESSAGE = "sqlalchemy.exc.MissingGreenlet: greenlet_spawn has not been called; can't call await_only() here."
FIRST = ".md-search-result__item > a, .md-search-result__link"


def test_nothing_in_a_page_is_refused(built: Path) -> None:
    fail_with(check.problems(built))


BREAKS = {
    "script": ("</body>", "<script>alert(1)</script></body>", "does not allow an inline part"),
    "style": ("</head>", "<style>p{color:red}</style></head>", "does not allow an inline part"),
    "attribute": ("<article", '<article style="color:red"', r'style="color:red" is refused'),
    "handler": ("<article", '<article onclick="go()"', r"the inline script “go\(\)” is refused"),
    "link": ("</article>", '<a href="javascript:go()">x</a></article>', "the inline script “javascript:go"),
    "none": ("Content-Security-Policy", "Content-Security", "0 policies stand in the page"),
    "loose": ("script-src 'self'", "script-src 'self' 'unsafe-inline'", "allows what it should not"),
    "foreign": ("script-src 'self'", "script-src 'self' https://cdn.example", "allows what it should not"),
    "long": ("script-src 'self'", f"script-src 'self' {'x' * 4096}", "bytes, and 4096 are the most"),
}


@pytest.mark.parametrize("name", BREAKS)
def test_what_is_refused_is_named(name: str, built: Path, tmp_path: Path) -> None:
    old, new, sentence = BREAKS[name]
    text = (built / "problem" / "index.html").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "index.html").write_text(text.replace(old, new, 1), encoding="utf-8")
    assert any(re.search(sentence, problem) for problem in check.problems(tmp_path)), check.problems(tmp_path)


def test_headers_are_those_of_the_pages(built: Path) -> None:
    sent = policy.read(built)
    documents = [page for page in built.rglob("*.html") if "<head>" in page.read_text(encoding="utf-8")]
    pages = {f"/{page.relative_to(built).as_posix()}" for page in documents}
    assert pages == set(sent) - {"default"}
    assert all("frame-ancestors 'none'" in each for each in sent.values())


@pytest.mark.parametrize("prefix", ["/", "/some/where/"])
def test_site_works_under_the_headers(prefix: str, browser: Browser, built: Path) -> None:
    with served(built, prefix, policy.read(built)) as address:
        visitor = visit(browser, address)
        header = visitor.page.request.get(address).headers["content-security-policy"]
        assert "script-src 'self'" in header
        for path in PAGES:
            visitor.open(path)
        use(visitor)
        visitor.check()
        visitor.page.context.close()


def test_violation_is_seen(browser: Browser, built: Path, tmp_path: Path) -> None:
    copy = tmp_path / "site"
    shutil.copytree(built, copy)
    page = copy / "index.html"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("</body>", "<script>window.ran = 1</script></body>"), encoding="utf-8")
    with served(copy) as address:
        visitor = visit(browser, address)
        visitor.open("")
        assert any("Content Security Policy" in each for each in visitor.wrong), visitor.wrong
        assert visitor.page.evaluate("window.ran") is None
        visitor.page.context.close()


def use(visitor: Visit) -> None:
    """The paste box, the search, the chooser, tabs, and the palette."""
    page = visitor.open("")
    page.fill("#error-input", MESSAGE)
    page.wait_for_selector('#verdicts[aria-busy=false] [data-verdict="problem"]')
    search(page, MESSAGE, "problem/")
    page = visitor.open("loaders/?kind=one-to-many&parents=100")
    page.wait_for_selector("#chooser-costs tr[data-strategy]")
    page = visitor.open("causes/lazy-relationship/")
    labels = page.locator(".tabbed-labels label")
    labels.nth(1).click()
    expect(page.locator(".tabbed-block").nth(1)).to_be_visible()
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    palette = page.locator("form.md-header__option label:visible")
    palette.click()
    palette.click()
    expect(page.locator("body")).not_to_have_css("background-color", before)


def search(page: Page, text: str, leads_to: str) -> None:
    """Search, and see where the first result leads."""
    page.keyboard.press("/")
    page.locator("input[name=query]").press_sequentially(text[:40])
    expect(page.locator(FIRST).first).to_have_attribute("href", re.compile(re.escape(leads_to)), timeout=20_000)
    page.keyboard.press("Escape")
