"""Readers who set their machine up: no motion, colours of their own, colours they cannot tell apart."""

import io
import re
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, expect

from scripts.paths import SNIPPETS
from scripts.tests.browser import Visit, visit, wake
from scripts.tests.support import fail_with

CAUSE = "causes/lazy-relationship/"
CSS = "docs/assets/stylesheets/site.css:1"
TRACEBACK = """  File "/app/orders.py", line 30, in main
    print([line.title for line in order.lines])
  File "/venv/sqlalchemy/orm/strategies.py", line 1000, in _emit_lazyload
sqlalchemy.exc.MissingGreenlet: greenlet_spawn has not been called; can't call await_only() here."""
MOVING = """() => {
    const found = document.getAnimations().map(each => `runs ${each.transitionProperty ?? each.animationName}`);
    for (const each of document.querySelectorAll("*")) for (const part of [null, "::before", "::after"]) {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(each, part);
        const what = `<${each.tagName.toLowerCase()} class="${each.className}">${part ?? ""}`;
        if (/[1-9]/.test(transitionDuration)) found.push(`${what} changes in ${transitionDuration}`);
        if (animationName !== "none") found.push(`${what} is animated by ${animationName}`);
        if (scrollBehavior !== "auto") found.push(`${what} scrolls smoothly`);
    }
    return [...new Set(found)];
}"""
STYLE = "(each, name) => getComputedStyle(each).getPropertyValue(name)"


@pytest.fixture(params=[390, 1280])
def visitor(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Visit]:
    """A reader with a narrow and with a wide window."""
    made = visit(browser, address, request.param)
    yield made
    made.check()
    made.page.context.close()


def narrow(page: Page) -> bool:
    return (page.viewport_size or {})["width"] == 390


def test_nothing_moves_for_who_wants_it_so(visitor: Visit) -> None:
    """With the search open, and with the drawer."""
    page = visitor.page
    page.emulate_media(reduced_motion="reduce")
    visitor.open(CAUSE)
    page.keyboard.press("/")
    expect(page.locator(".md-search__output")).not_to_have_attribute("inert", "")
    found = page.evaluate(MOVING)
    page.keyboard.press("Escape")
    if narrow(page):
        page.get_by_role("button", name="Navigation").click()
        found += page.evaluate(MOVING)
    fail_with([f"{CSS}: with reduced motion, {each}: take it away there" for each in found])


def test_row_of_tabs_jumps_for_who_wants_it_so(visitor: Visit) -> None:
    """In a window so narrow that the row does not fit, as with a page that is enlarged."""
    page = visitor.page
    page.emulate_media(reduced_motion="reduce")
    visitor.open(CAUSE)
    wake(page)
    page.set_viewport_size({"width": 200, "height": 600})
    row = page.locator(".tabbed-labels").first
    assert row.evaluate("each => { each.scrollTo({left: 40, behavior: 'smooth'}); return each.scrollLeft; }") == 40
    assert row.evaluate("each => { each.scrollBy({left: -30, behavior: 'smooth'}); return each.scrollLeft; }") == 10


def drawn(place: Locator) -> bool:
    """Whether something stands out from its ground."""
    shot = Image.open(io.BytesIO(place.screenshot(animations="disabled"))).convert("L")
    tones = [tone for tone, count in enumerate(shot.histogram()) if count]
    return max(tones) - min(tones) > 100


def own_colours(visitor: Visit, scheme: str) -> Page:
    visitor.page.emulate_media(
        forced_colors="active", reduced_motion="reduce", color_scheme="dark" if scheme == "dark" else "light"
    )
    return visitor.page


def bordered(place: Locator, name: str = "border-left") -> bool:
    """Whether a line is drawn in a colour that differs from the ground."""
    style, width, colour = (place.evaluate(STYLE, f"{name}-{part}") for part in ("style", "width", "color"))
    return (
        style == "solid"
        and float(width.removesuffix("px")) >= 1
        and colour != place.evaluate(STYLE, "background-color")
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_of_the_readers_own(scheme: str, visitor: Visit) -> None:
    """Backgrounds and shadows are gone then: icons, lines, marks and focus are still to be seen."""
    page = own_colours(visitor, scheme)
    visitor.open(CAUSE)
    wake(page)
    expect(page.locator(".md-code__button").first).to_be_attached()
    icons = [".md-code__button", ".md-header__option label"]
    icons += ["button[for=__drawer]", "button[for=__search]"] if narrow(page) else [".md-search__form"]
    places = {name: page.locator(name).locator("visible=true").first for name in icons}
    wrong = [f"{name} is not to be seen" for name, place in places.items() if place.count() and not drawn(place)]
    lines = {name: page.locator(name).first for name in (".hll", ".highlight", ".md-header")}
    wrong += [f"{name} has no line" for name, place in lines.items() if not bordered(place)]
    link = page.locator("article p a").first
    page.keyboard.press("Tab")
    link.focus()
    wrong += [] if bordered(link, "outline") else ["focus is not to be seen"]
    if narrow(page):
        page.get_by_role("button", name="Navigation").click()
        wrong += [] if drawn(page.locator(".md-nav__icon:visible").first) else [".md-nav__icon is not to be seen"]
    visitor.open("")
    page.fill("#error-input", TRACEBACK)
    verdict = page.locator("[data-verdict]").first
    expect(verdict).to_be_visible()
    for name in ("[data-verdict]", "#error-input", ".site-verdict--next"):
        wrong += [] if bordered(page.locator(name).first) else [f"{name} has no line"]
    mark = verdict.locator("mark")
    ground = mark.evaluate(STYLE, "background-color")
    wrong += (
        [] if ground not in (verdict.evaluate(STYLE, "background-color"), "rgba(0, 0, 0, 0)") else ["mark is no mark"]
    )
    fail_with([f"{CSS}: with forced colours, {scheme}, {page.viewport_size}: {each}" for each in wrong])


def test_pictures_stand_on_their_own_ground(visitor: Visit) -> None:
    """A plot for light pages is dark ink, and the ground may be black."""
    page = own_colours(visitor, "light")
    visitor.open("loaders/benchmark/")
    plot = page.locator("article img:visible").first
    plot.scroll_into_view_if_needed()
    white = plot.evaluate(STYLE, "background-color") == "rgb(255, 255, 255)"
    visitor.open("causes/")
    wrong = [] if drawn(page.locator("figure svg").first) else ["the drawing is not to be seen"]
    fail_with(
        [f"{CSS}: with forced colours, {each}" for each in [*wrong, *([] if white else ["a plot has no ground"])]]
    )


SVG = "{http://www.w3.org/2000/svg}"
HREF = "{http://www.w3.org/1999/xlink}href"


def shapes(text: str) -> dict[str, tuple[str, str]]:
    """The marker's outline and the dash of each line of a plot, by its colour."""
    tree = ElementTree.fromstring(text)
    outlines = {
        f"#{each.get('id')}": " ".join(each.get("d", "").split()) for each in tree.iter(f"{SVG}path") if each.get("id")
    }
    found = {}
    for group in tree.iter(f"{SVG}g"):
        use = group.find(f"{SVG}g/{SVG}use")
        path = group.find(f"{SVG}path")
        if use is None or path is None or not (group.get("id") or "").startswith("line2d"):
            continue
        style = path.get("style", "")
        colour, dash = (re.search(pattern, style) for pattern in (r"stroke: (#\w+)", r"stroke-dasharray: ([\d.,]+)"))
        if colour and "clip-path" in path.attrib:
            found[colour[1]] = (outlines[use.get(HREF, "")], dash[1] if dash else "")
    return found


def test_lines_of_plots_differ_without_colour() -> None:
    wrong = []
    for path in sorted((SNIPPETS / "loaders" / "benchmark").glob("*.svg")):
        lines = shapes(path.read_text(encoding="utf-8"))
        assert len(lines) > 1, path
        if len({outline for outline, _ in lines.values()}) < len(lines):
            wrong.append(f"{path.name}:1: two lines have the same marker: see LOOKS in scripts/bench/plots.py")
    fail_with(wrong)
