"""Links for years: whatever was published resolves in the built site, by itself or by a redirect."""

import re
import shutil
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml import html
from playwright.sync_api import Browser, Page, expect
from playwright.sync_api import TimeoutError as BrowserTimeout

from scripts import keys, ledger, moves
from scripts.addresses import joined, relative
from scripts.finish import moved
from scripts.serving import served
from scripts.tests.browser import visit
from scripts.tests.support import fail_with

KEY = "causes/lazy-relationship"
ERROR = "problem"
MUST_HAVE = ("/xd2s/", "/e/20/xd2s/", "/e/21/xd2s/", "/MissingGreenlet/")
MOVED = {
    "/gone/": "/causes/lazy-relationship/",
    "/gone/#apart": "/problem/#code",
    "/causes/lazy-relationship/#old-why": "/causes/lazy-relationship/#why",
    "/causes/lazy-relationship/#elsewhere": "/causes/expired-after-commit/#why",
    "/causes/lazy-relationship/old.py": "/causes/lazy-relationship/broken.py",
}


@pytest.fixture(scope="module")
def copy(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the site, below a base path, in which pages, anchors and a program have moved."""
    site = tmp_path_factory.mktemp("host") / "some" / "base"
    shutil.copytree(built, site)
    anchor = next(name for name in ledger.pages() if name.startswith("/problem/#") and name != "/problem/#problem")
    moved.write(site, {**MOVED, "/gone/#apart": anchor})
    return site


def test_published_addresses_resolve(built: Path) -> None:
    fail_with(ledger.unresolved(built))


def test_moves_are_sound() -> None:
    fail_with(moves.problems(set(ledger.pages())))


def test_what_is_there_is_published() -> None:
    now = set(ledger.published())
    short = [url for url in (*ledger.pages(), *moves.load()) if url not in now]
    fail_with([f"{url} is not in scripts/published.txt; repair: python3 -m scripts publish" for url in short])


def test_error_has_its_short_addresses() -> None:
    assert {moves.load()[url] for url in MUST_HAVE} == {f"/{keys.url(ERROR)}"}


def test_every_cause_has_a_short_address() -> None:
    goals = set(moves.load().values())
    fail_with([f"docs/{key}.md:1: no line of scripts/moved.txt leads to /{keys.url(key)}"
               for key in keys.pages() if keys.is_cause(key) and f"/{keys.url(key)}" not in goals])  # fmt: skip


@pytest.mark.parametrize("url", moves.load())
def test_redirect_page(url: str, built: Path) -> None:
    page = html.parse(str(built / url.strip("/") / "index.html")).getroot()
    goal = moves.resolved(url, moves.load())
    way = page.xpath("string(//a[@data-moved='page']/@href)")
    assert joined(url, way) == goal
    assert page.xpath("string(//noscript/meta[@http-equiv='refresh']/@content)") == f"0; url={way}"
    assert urlsplit(page.xpath("string(//link[@rel='canonical']/@href)")).path.endswith(goal.partition("#")[0])
    assert page.xpath("string(//meta[@property='og:image']/@content)").endswith(".png")
    assert not page.xpath("//script[not(@src)] | //style | //*[@style]")


@pytest.mark.parametrize(
    ("asked", "reached"),
    [
        ("xd2s/", "problem/"),
        ("e/20/xd2s/?from=log#problem", "problem/?from=log#problem"),
        ("gone/#why", "causes/lazy-relationship/#why"),
        ("gone/?a=b&c=%20d#why", "causes/lazy-relationship/?a=b&c=%20d#why"),
        ("causes/lazy-relationship/?a=b#elsewhere", "causes/expired-after-commit/?a=b#why"),
        ("gone/#apart", "problem/#"),
        ("causes/lazy-relationship/#elsewhere", "causes/expired-after-commit/#why"),
        ("causes/lazy-relationship/#%E0%A4%A", "causes/lazy-relationship/#%E0%A4%A"),
        ("pcls/", "reference/messages/#codes"),
    ],
)
def test_reader_gets_there(asked: str, reached: str, copy: Path, browser: Browser) -> None:
    with served(copy.parent.parent) as address:
        visitor = visit(browser, address)
        page = visitor.open(f"some/base/{asked}")
        arrives(page, re.compile(re.escape(f"{address}some/base/{reached}")))
        page.wait_for_load_state("load")
        visitor.check()
        page.context.close()


@pytest.mark.parametrize("url", ["xd2s/", "e/21/xd2s/"])
def test_reader_without_javascript_gets_there(url: str, copy: Path, browser: Browser) -> None:
    with served(copy.parent.parent) as address:
        context = browser.new_context(java_script_enabled=False)
        page = context.new_page()
        page.goto(f"{address}some/base/{url}")
        arrives(page, f"{address}some/base/problem/")
        context.close()


def test_reader_without_javascript_follows_the_link_of_a_moved_section(copy: Path, browser: Browser) -> None:
    with served(copy.parent.parent) as address:
        context = browser.new_context(java_script_enabled=False)
        page = context.new_page()
        page.goto(f"{address}some/base/{KEY}/#elsewhere")
        link = page.locator("a#elsewhere")
        expect(link).to_be_in_viewport()
        link.click()
        arrives(page, f"{address}some/base/causes/expired-after-commit/#why")
        context.close()


def test_page_that_did_not_move_stays(copy: Path, browser: Browser) -> None:
    """The script of moved anchors stands in it, and leaves every other fragment alone."""
    with served(copy.parent.parent) as address:
        visitor = visit(browser, address)
        for fragment in ("", "#why", "#old-why", "#no-such-id"):
            page = visitor.open(f"some/base/{KEY}/{fragment}")
            page.wait_for_timeout(100)
            assert page.url == f"{address}some/base/{KEY}/{fragment}", "moved.js leads away from what did not move"
        visitor.check()
        page.context.close()


def arrives(page: Page, goal: str | re.Pattern[str]) -> None:
    """Fail unless the reader is led there."""
    try:
        page.wait_for_url(goal, timeout=5000)
    except BrowserTimeout:
        way = "docs/assets/javascripts/moved.js:1: (without JavaScript: scripts/finish/moved.py)"
        fail_with([f"{way} the reader is at {page.url}, not at {goal if isinstance(goal, str) else goal.pattern}"])


def test_moved_anchors_stand_in_the_page(copy: Path) -> None:
    page = html.parse(str(copy / KEY / "index.html")).getroot()
    assert page.xpath("//h2[@id='why']/span[@id='old-why']")
    (link,) = page.xpath("//article//a[@id='elsewhere']")
    assert link.get("href") == "../expired-after-commit/#why"
    assert link.text == "The value expired after commit"


def test_moved_program_is_served_at_both_places(copy: Path) -> None:
    assert (copy / KEY / "old.py").read_bytes() == (copy / KEY / "broken.py").read_bytes()


LEDGER = ["/gone/", "/gone/#apart", "/gone/#why", f"/{KEY}/#old-why", f"/{KEY}/#elsewhere", f"/{KEY}/old.py"]
BREAKS = {
    "/nowhere/": r"nothing is built at /nowhere/",
    f"/{KEY}/#nowhere": rf"/{KEY}/ has no #nowhere",
    "/gone/#nowhere": rf"/{KEY}/ has no #nowhere",
    f"/{KEY}/never.py": rf"nothing is built at /{KEY}/never\.py",
}


def test_ledger_follows_redirects(copy: Path, tmp_path: Path) -> None:
    (tmp_path / "published.txt").write_text("\n".join(LEDGER))
    assert ledger.unresolved(copy, tmp_path / "published.txt") == []


@pytest.mark.parametrize("url", BREAKS)
def test_ledger_names_what_stopped_resolving(url: str, copy: Path, tmp_path: Path) -> None:
    (tmp_path / "published.txt").write_text(f"# a list\n{url}\n")
    (told,) = ledger.unresolved(copy, tmp_path / "published.txt")
    assert re.match(rf"scripts/published\.txt:2: {url} was published, but {BREAKS[url]}: restore it", told)


def test_circle_of_redirects_is_named(tmp_path: Path) -> None:
    for name, way in (("one", "../other/"), ("other", "../one/")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(f'<a data-moved="page" href="{way}">x</a>')
    (tmp_path / "published.txt").write_text("/one/\n")
    (told,) = ledger.unresolved(tmp_path, tmp_path / "published.txt")
    assert told.startswith("scripts/published.txt:1: /one/ was published, but it goes round: restore it")


def test_circle_of_moves_is_named(tmp_path: Path) -> None:
    (tmp_path / "moved.txt").write_text("/a/ -> /b/\n/b/ -> /a/\n")
    told = moves.problems(set(ledger.pages()), tmp_path / "moved.txt")
    assert [each.partition(" leads to ")[0] for each in told] == ["scripts/moved.txt:1:", "scripts/moved.txt:2:"]


def test_moved_page_is_not_lost(tmp_path: Path) -> None:
    (tmp_path / "published.txt").write_text("/was/\n/was/#why\n/short/\n")
    (tmp_path / "moved.txt").write_text(f"/was/ -> /{KEY}/\n")
    (told,) = ledger.lost(path=tmp_path / "published.txt", moved=tmp_path / "moved.txt")
    assert told.startswith("scripts/published.txt:3: /short/ was published and is gone")


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("/a/ => /b/", "“/a/ => /b/” is no move"),
        (f"/{KEY}/ -> /problem/", f"/{KEY}/ is there: remove the line"),
        ("/a/ -> /nowhere/", "leads to /nowhere/, which is not there"),
        ("/a/ -> /a/", "leads to /a/, which is not there"),
        ("/a/ -> /problem/#nowhere", "leads to /problem/#nowhere, which is not there"),
        (f"/{KEY}/#why -> /problem/", f"/{KEY}/#why is there: remove the line"),
    ],
)
def test_unsound_move_is_named(line: str, sentence: str, tmp_path: Path) -> None:
    (tmp_path / "moved.txt").write_text(f"# moves\n{line}\n")
    (told,) = moves.problems(set(ledger.pages()), tmp_path / "moved.txt")
    assert told.startswith(f"scripts/moved.txt:2: {sentence}")


@pytest.mark.parametrize(
    ("base", "url", "way"),
    [
        ("/e/20/xd2s/", "/problem/", "../../../problem/"),
        ("/xd2s/", "/", "../"),
        ("/a/", "/a/#x", "./#x"),
        ("", "/a/b.py", "a/b.py"),
        ("", "/", "./"),
    ],
)
def test_relative_ways(base: str, url: str, way: str) -> None:
    assert relative(base, url) == way
    assert joined(base, way) == url
