"""What a reader takes along: heading links, the answer for a wiki, the page as Markdown; by mouse and by keyboard."""

import re
from collections.abc import Iterator

import lxml.html
import pytest
from playwright.sync_api import Browser, Page, expect

from scripts import keys
from scripts.diagnosis_pages import description, title
from scripts.tests.browser import Visit, visit, wake

KEY = "causes/dynamic-relationship"  # its title has quotes
URL = keys.url(KEY)
READ = """async () => {
  const [item] = await navigator.clipboard.read();
  const text = async (type) => item.types.includes(type) ? (await item.getType(type)).text() : "";
  return [await text("text/plain"), await text("text/html")];
}"""


@pytest.fixture(scope="module")
def visitor(browser: Browser, address: str) -> Iterator[Visit]:
    """A reader on a cause page."""
    made = visit(browser, address)
    made.open(URL)
    yield made
    made.check()
    made.page.context.close()


@pytest.fixture
def page(visitor: Visit) -> Page:
    """The page whose reader has moved."""
    page = visitor.open(URL)
    wake(page)
    return page


def take(page: Page, form: str) -> tuple[str, str]:
    """Press a button, see that it says so, and read the clipboard: plain text and HTML."""
    page.locator(f"[data-take={form}]").click()
    expect(page.get_by_role("status").filter(has_text="Copied")).to_be_visible()
    plain, html = page.evaluate(READ)
    return plain, html


def test_copy_for_wiki(page: Page, address: str) -> None:
    plain, html = take(page, "wiki")
    assert plain == f"{title(KEY)}: {description(KEY)}\n{address}{URL}"
    (line,) = lxml.html.fragments_fromstring(html)
    assert [(link.get("href"), link.text) for link in line.iter("a")] == [(f"{address}{URL}", title(KEY))]
    assert line.text_content() == f"{title(KEY)}: {description(KEY)}"


def test_copy_as_markdown(page: Page, address: str) -> None:
    assert take(page, "markdown") == (f"[{title(KEY)}]({address}{URL}): {description(KEY)}", "")


def test_copy_as_html(page: Page, address: str) -> None:
    plain, html = take(page, "html")
    assert not html
    assert plain.startswith(f'<p><a href="{address}{URL}">A dynamic relationship: ')


def test_copy_page_as_markdown(page: Page, address: str) -> None:
    plain, _ = take(page, "page")
    assert f"# {title(KEY)}" in plain
    canonical = page.locator("link[rel=canonical]").get_attribute("href")
    assert f'canonical: "{canonical}"' in plain
    ways = re.findall(r"\]\(([^)\s]+)", plain)
    assert f"{address}causes/lazy-relationship/" in ways
    assert [way for way in ways if not way.startswith("http")] == []
    twin = page.request.get(f"{address}{keys.twin(KEY)}").text()
    assert re.findall(r"(?ms)^```.*?^```$", plain) == re.findall(r"(?ms)^```.*?^```$", twin)


def test_every_heading_has_a_link_to_copy(page: Page) -> None:
    headings = page.locator(".md-typeset :is(h1, h2, h3, h4)")
    links = page.locator(".md-typeset :is(h1, h2, h3, h4) > a.headerlink[aria-label^='Copy link: ']")
    assert headings.count() > 6
    expect(links).to_have_count(headings.count())


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_copy_link_of_a_heading(by: str, page: Page, address: str) -> None:
    link = page.get_by_label("Copy link: Why it happens")
    if by == "mouse":
        page.locator("#why").hover()
        link.click()
    else:
        link.focus()
        page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Copied: the link to “Why it happens”.")).to_be_visible()
    assert page.evaluate(READ) == [f"{address}{URL}#why", ""]
    assert page.url.endswith("#why")


def test_button_works_by_keyboard(page: Page) -> None:
    page.get_by_role("button", name="Copy for wiki").focus()
    page.keyboard.press("Space")
    expect(page.get_by_role("status").filter(has_text="Copied: title, link and answer")).to_be_visible()


def test_refusal_is_told(page: Page) -> None:
    page.evaluate("() => { navigator.clipboard.write = () => Promise.reject(new Error('no')); }")
    page.locator("[data-take=wiki]").click()
    expect(page.get_by_role("status").filter(has_text="This could not be copied")).to_be_visible()


def test_missing_markdown_is_told(page: Page) -> None:
    page.evaluate("document.querySelector('link[type=\"text/markdown\"]').remove()")
    page.locator("[data-take=page]").click()
    expect(page.get_by_role("status").filter(has_text="This could not be copied")).to_be_visible()


def test_sentence_goes_away(page: Page) -> None:
    take(page, "markdown")
    expect(page.locator("#take-said")).to_be_empty(timeout=6000)


def test_without_javascript_only_the_link_is_left(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + URL)
    assert page.locator(".site-take button:visible").count() == 0
    assert page.locator(".site-take a").get_attribute("href") == "index.md"
    context.close()
