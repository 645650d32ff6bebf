"""``site-offline.zip``, opened from the file system in the real browser."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts import keys
from scripts.checks import site as checks
from scripts.finish import modules
from scripts.finish.offline import ZIP
from scripts.tests.browser import Visit, visit
from scripts.tests.support import fail_with

MESSAGE = "sqlalchemy.exc.MissingGreenlet: greenlet_spawn has not been called; can't call await_only() here."
FIRST = ".md-search-result__item > a, .md-search-result__link"


@pytest.fixture(scope="module")
def unpacked(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that a reader gets."""
    directory = tmp_path_factory.mktemp("offline")
    with zipfile.ZipFile(built / ZIP) as archive:
        archive.extractall(directory)
    return directory / "site"


@pytest.fixture
def visitor(browser: Browser, unpacked: Path) -> Iterator[Visit]:
    """A reader without a network or a server."""
    made = visit(browser, f"{unpacked.as_uri()}/")
    made.page.context.set_offline(True)
    yield made
    made.check()
    made.page.context.close()


def test_every_page_and_program_is_in_it(unpacked: Path) -> None:
    wanted = [f"{keys.url(key)}index.html" for key in keys.pages()] + [keys.identity(path) for path in keys.programs()]
    missing = [name for name in wanted if not (unpacked / name).is_file()]
    fail_with([f"scripts/finish/offline.py:1: {name} is not in {ZIP}: leave it in (LEFT_OUT)" for name in missing])


def test_every_link_resolves_and_names_a_file(unpacked: Path) -> None:
    found = checks.problems(unpacked)
    for page in sorted(unpacked.rglob("*.html")):
        for target in re.findall(r"""<a\b[^>]*?\shref=["']?([^"'\s>?#]+)""", page.read_text(encoding="utf-8")):
            if ":" not in target and (page.parent / target).is_dir():
                found.append(f"{page.relative_to(unpacked)}:1: links to the folder {target}")
    fail_with(found)


def test_paste_box_answers(visitor: Visit) -> None:
    page = visitor.open("index.html")
    page.fill("#error-input", MESSAGE)
    page.wait_for_selector('#verdicts[aria-busy=false] [data-verdict="problem"]')
    page.locator("#verdicts h2 a").first.click()
    expect(page).to_have_url(re.compile(r"/problem/index\.html$"))


@pytest.mark.parametrize("start", ["index.html", "causes/lazy-relationship/index.html"])
def test_search_answers(start: str, visitor: Visit) -> None:
    page = visitor.open(start)
    search(page, "selectinload 500")
    page.locator(".md-search-result__link[href*='loaders/selectinload/']").first.click(timeout=20_000)
    expect(page).to_have_url(re.compile(r"/loaders/selectinload/index\.html"))


def test_pasted_error_is_answered_by_the_search(visitor: Visit) -> None:
    page = visitor.open("causes/lazy-relationship/index.html")
    search(page, MESSAGE)
    expect(page.locator(".site-answer")).to_have_attribute("href", re.compile("/problem/"))
    expect(page.locator(FIRST).first).to_have_attribute("href", re.compile("problem/"), timeout=20_000)


def test_chooser_answers(visitor: Visit) -> None:
    page = visitor.open("loaders/index.html")
    page.fill("#chooser [name=parents]", "250")
    expect(page.locator('#chooser-costs tr[data-strategy="selectinload"]')).to_be_visible()
    assert "parents=250" in page.url


def test_redirect_leads_on(visitor: Visit) -> None:
    page = visitor.open("e/20/xd2s/index.html?from=log#code")
    expect(page).to_have_url(re.compile(r"/site/problem/index\.html\?from=log#code$"))


def test_what_a_file_cannot_do_is_not_offered(visitor: Visit) -> None:
    """Its Markdown is another file, which a page from the disk may not read; the link to it works."""
    page = visitor.open("causes/lazy-relationship/index.html")
    expect(page.get_by_role("button", name="Copy for wiki")).to_be_visible()
    expect(page.get_by_role("button", name="Copy page as Markdown")).to_have_count(0)
    page.get_by_role("link", name="This page as Markdown").click()
    expect(page.locator("body")).to_contain_text('title: "A relationship that no query loaded"')


def test_answer_and_code_are_copied(visitor: Visit) -> None:
    visitor.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = visitor.open("causes/lazy-relationship/index.html")
    copied = "navigator.clipboard.readText()"
    page.locator("[data-take=markdown]").click()
    expect(page.get_by_role("status").filter(has_text="Copied")).to_be_visible()
    canonical = page.locator("link[rel=canonical]").get_attribute("href")
    assert f"]({canonical}): " in page.evaluate(copied)
    code = page.locator("article .highlight", has=page.locator("[data-md-type=copy]")).first
    code.hover()
    code.locator("[data-md-type=copy]").click()
    page.wait_for_function(
        "text => navigator.clipboard.readText().then(found => found.trim() === text.trim())",
        arg=code.locator("code").text_content(),
    )


def test_every_page_opens_without_an_error(visitor: Visit) -> None:
    for key in keys.pages():
        visitor.open(f"{keys.url(key)}index.html")


def search(page: Page, text: str) -> None:
    """Type or paste into the search box."""
    page.keyboard.press("/")
    page.locator("input[name=query]").fill(text)
    page.keyboard.press("End")


def test_archive_is_the_same_for_the_same_files(built: Path) -> None:
    with zipfile.ZipFile(built / ZIP) as archive:
        names = archive.namelist()
        assert names == sorted(names)
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


MODULE = """// A note.
import { clean, words as parts } from "./clean.js";
import data from "../data.js";
export const ROOT = new URL("../", import.meta.url);
export async function ask() {
  return (await import("./later.js")).default;
}
export default { ROOT };
"""


def test_module_becomes_a_function(tmp_path: Path) -> None:
    (tmp_path / "assets" / "a").mkdir(parents=True)
    (tmp_path / "assets" / "a" / "b.js").write_text(MODULE, encoding="utf-8")
    (tmp_path / "assets" / "a" / "classic.js").write_text('(() => import("./b.js"))();', encoding="utf-8")
    assert list(modules.joined(tmp_path)) == [
        """"assets/a/b.js": function (offlineNeed, offlineAddress) {
"use strict";
// A note.
const { clean, words: parts } = offlineNeed("assets/a/clean.js");
const { default: data } = offlineNeed("assets/data.js");
const ROOT = new URL("../", offlineAddress);
async function ask() {
  return (await offlineImport("assets/a/b.js", "./later.js")).default;
}
const offlineDefault = { ROOT };

return { ROOT, ask, default: offlineDefault };
},"""
    ]
    changed = (tmp_path / "assets" / "a" / "classic.js").read_text(encoding="utf-8")
    assert changed == '(() => offlineImport("assets/a/classic.js", "./b.js"))();'
