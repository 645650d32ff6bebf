"""Without JavaScript every page is read and every link followed, and nothing is shown that does nothing."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.tests.support import fail_with, told
from scripts.tests.test_keyboard import url
from scripts.tests.test_look import KINDS

# What is shown, or takes focus, and does nothing: fields and buttons, and labels of what no style sheet reads.
DEAD = """() => {
    const seen = each => each.getClientRects().length && getComputedStyle(each).visibility === "visible";
    const works = each => each.matches(".tabbed-set > input");
    const open = "[for^=__drawer], [for^=__nav_], [for^=__tabbed_], [for=__toc]";
    const fields = [...document.querySelectorAll("button, input, select, textarea, [contenteditable], [role=button]")]
        .filter(each => seen(each) && !works(each));
    const labels = [...document.querySelectorAll("label[for]")]
        .filter(each => seen(each) && getComputedStyle(each).pointerEvents !== "none" && !each.matches(open));
    return [...fields, ...labels].map(each => each.outerHTML.slice(0, 120));
}"""


@pytest.fixture(scope="module")
def reader(browser: Browser) -> Iterator[Page]:
    """A page of a browser that runs no scripts."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("key", [*KINDS, "404"])
def test_page_works(key: str, reader: Page, address: str) -> None:
    found = []
    reader.goto(address + url(key))
    for width in (1280, 390):
        reader.set_viewport_size({"width": width, "height": 900})
        found += [
            f"{width} px: does nothing without JavaScript, and is shown: {each}" for each in reader.evaluate(DEAD)
        ]
        if not reader.locator("article h1").is_visible():
            found.append(f"{width} px: the title is not shown")
        if len(reader.locator("article").inner_text()) < 100:
            found.append(f"{width} px: the text is not shown")
    for tabs in reader.locator(".tabbed-set").all()[:2]:
        tabs.locator(".tabbed-labels > label").last.click(force=True)
        if not tabs.locator(".tabbed-block").last.is_visible():
            found.append("a tab does not show what is in it")
    fail_with([f"docs/{key}.md:1: {each}" for each in found])


@told("docs/assets/stylesheets/site.css:1: the drawer without JavaScript")
def test_links_lead_on(reader: Page, address: str) -> None:
    """In the text by mouse, and on a narrow screen through the drawer: by its button, and by Tab."""
    reader.set_viewport_size({"width": 390, "height": 900})
    reader.goto(f"{address}contributing/")
    reader.locator("article a[href='../causes/']").first.click()
    expect(reader).to_have_url(f"{address}causes/")
    link = reader.locator(".md-nav__link[href$='despite-eager-loading/']")
    reader.locator("label.md-header__button[for=__drawer]").click()
    expect(link).to_be_in_viewport()
    reader.goto(f"{address}causes/")
    reader.keyboard.press("Tab")
    expect(link).not_to_be_in_viewport()
    for _ in range(60):
        reader.keyboard.press("Tab")
        if link.evaluate("each => each === document.activeElement"):
            break
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport()
    reader.keyboard.press("Enter")
    expect(reader).to_have_url(f"{address}causes/despite-eager-loading/")
