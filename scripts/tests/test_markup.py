"""The built pages are valid HTML, work without JavaScript, and respect reduced motion and forced colours."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser, expect

from scripts import keys, nu
from scripts.bootstrap import ToolError
from scripts.checks import markup
from scripts.finish import tidy
from scripts.tests.browser import visit, wake
from scripts.tests.support import fail_with

MOTION = """() => [...document.querySelectorAll("*")].filter(each => {
    const style = getComputedStyle(each);
    return [...style.transitionDuration.split(","), ...style.animationDuration.split(",")]
        .some(time => parseFloat(time) > 0) && (style.transitionProperty !== "none" || style.animationName !== "none");
}).map(each => each.className || each.tagName)"""


def test_pages_are_valid(built: Path) -> None:
    fail_with(markup.problems(built))


BREAKS = {
    "unclosed": ("</article>", "<b>x</article>", "not HTML: Unexpected end tag"),
    "attribute-twice": ("<article", '<article class="a"', "not HTML: Dropped duplicate attribute"),
    "entity": ("</article>", "&nosuch;</article>", "not HTML: Named entity"),
    "alt": ("</article>", '<img src="x.png"></article>', "an image has no alt"),
    "list": ("</article>", "<ul><p>x</p></ul></article>", "a list holds what is no item: <p>"),
    "label": ("</article>", '<label for="nobody">x</label></article>', "a label is for no field"),
    "button": ("</article>", "<button><input></button></article>", "a button holds a control"),
    "width": ("</article>", '<div width="3">x</div></article>', "width stands where it is no attribute"),
    "checkbox": ("</article>", '<input type="checkbox" autocomplete="off"></article>', "autocomplete stands where"),
    "markdown": ("</article>", '<p markdown="0">x</p></article>', "markdown= is for the builder"),
    "tabindex": ("</article>", '<p tabindex="">x</p></article>', "tabindex is no number"),
    "past": ("</article>", "<center>x</center></article>", "an element of the past: <center>"),
    "title": ("</head>", "<title>b</title></head>", "2 titles stand in the head"),
    "language": ('<html lang="en"', "<html", "the page does not say its language"),
}


@pytest.mark.parametrize("name", BREAKS)
def test_invalid_page_is_named(name: str, built: Path, tmp_path: Path) -> None:
    old, new, sentence = BREAKS[name]
    text = (built / "problem" / "index.html").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "index.html").write_text(text.replace(old, new, 1), encoding="utf-8")
    assert any(sentence in each for each in markup.problems(tmp_path)), markup.problems(tmp_path)


CODE = '<div class="language-text highlight"><pre><span></span><code>x &lt;p>\n</code></pre></div>'
TIDY = {
    f"<p>{CODE}\n{CODE}</p>": f"{CODE}\n{CODE}",
    f"<p>It prints\nthis:\n{CODE}</p>\n<p>More.</p>": f"<p>It prints\nthis:</p>\n{CODE}\n<p>More.</p>",
    f"<p>One.</p>\n{CODE}\n<p>Two.</p>": f"<p>One.</p>\n{CODE}\n<p>Two.</p>",
    '<input class="a" type="checkbox" id="b" autocomplete="off">': '<input class="a" type="checkbox" id="b">',
    '<input type="text" autocomplete="off">': '<input type="text" autocomplete="off">',
    '<figure class="a" markdown="0">': '<figure class="a">',
    '<label for="__toc">x</label>': "<label>x</label>",
    '<input id="__toc"><label for="__toc">x</label>': '<input id="__toc"><label for="__toc">x</label>',
}


@pytest.mark.parametrize("text", TIDY)
def test_builders_mistakes_are_mended(text: str) -> None:
    assert tidy.tidied(text) == TIDY[text]


def test_description_keeps_its_quotation_marks(built: Path) -> None:
    tree = html.parse(str(built / "causes" / "dynamic-relationship" / "index.html"))
    assert 'lazy="dynamic"' in tree.xpath("string(//meta[@name='description']/@content)")


@pytest.fixture(scope="module")
def checker() -> Path:
    """The Nu checker; who has no Java goes without it."""
    try:
        return nu.find_or_fetch()
    except ToolError as error:
        if os.environ.get("CI") and shutil.which("java"):
            raise
        pytest.skip(str(error))


def test_nu_checker_agrees(checker: Path, built: Path) -> None:
    fail_with(_found_by(checker, built))


def test_nu_checker_sees(checker: Path, built: Path, tmp_path: Path) -> None:
    text = (built / "problem" / "index.html").read_text(encoding="utf-8")
    (tmp_path / "index.html").write_text(text.replace("<article", '<article role="heading"', 1), encoding="utf-8")
    assert any("role" in line for line in _found_by(checker, tmp_path))


def _found_by(checker: Path, site: Path) -> list[str]:
    """What is no HTML in the pages of a site. A page's own policy, which names no file's address, is not its matter."""
    options = ["-Xss4m", "-jar", str(checker), "--errors-only", "--format", "gnu", "--skip-non-html"]
    done = subprocess.run(["java", *options, str(site)], capture_output=True, text=True)
    return [line.replace(f'"file:{site}/', '"site/') for line in done.stderr.splitlines() if line.strip()]


@pytest.mark.parametrize("key", ["index", "causes/lazy-relationship", "loaders/index", "reference/fingerprints"])
def test_page_works_without_javascript(key: str, browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(address + keys.url(key))
    expect(page.locator("article h1")).to_be_visible()
    expect(page.locator("nav a:visible, .md-tabs a:visible").first).to_be_visible()
    assert page.locator("article").inner_text().strip().count("\n") > 10
    # A control that would do nothing must not be shown.
    dead = page.locator("#paste:visible, #chooser:visible, .md-clipboard:visible, .site-copy:visible")
    assert dead.count() == 0
    for label in page.locator(".tabbed-labels > label").all():
        label.click()
        place = label.evaluate("each => [...each.parentElement.children].indexOf(each)")
        blocks = label.locator("xpath=ancestor::*[contains(@class, 'tabbed-set')][1]").locator(".tabbed-block")
        expect(blocks.nth(place)).to_be_visible()
    context.close()


def test_start_page_names_the_causes_without_javascript(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    expect(page.locator("noscript table, table").first).to_be_visible()
    page.locator("article a[href*='lazy-relationship']").first.click()
    expect(page).to_have_url(f"{address}causes/lazy-relationship/")
    context.close()


def test_reduced_motion_is_respected(browser: Browser, address: str) -> None:
    visitor = visit(browser, address)
    page = visitor.open("causes/lazy-relationship/")
    wake(page)
    assert page.evaluate(MOTION), "the theme has no motion at all, so this test proves nothing"
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate(MOTION) == []
    page.context.close()


def test_forced_colours_keep_what_colour_tells(browser: Browser, address: str) -> None:
    visitor = visit(browser, address)
    page = visitor.open("")
    page.emulate_media(forced_colors="active")
    page.fill("#error-input", "MissingGreenlet")
    verdict = page.locator("#verdicts [data-verdict]").first
    expect(verdict).to_be_visible()
    style = "(each, name) => getComputedStyle(each)[name]"
    assert verdict.evaluate(style, "borderLeftStyle") == "solid"
    page.locator("#error-input").focus()
    assert page.locator("#error-input").evaluate(style, "outlineStyle") != "none"
    mark = page.locator("body").evaluate("""body => {
        body.insertAdjacentHTML("beforeend", "<p class=md-typeset><mark>x</mark> <a href=x>y</a></p>");
        return getComputedStyle(body.lastElementChild.querySelector("a")).textDecorationLine;
    }""")
    assert mark == "underline"
    page.context.close()
