"""Pages are readable and accessible at 390 and 1280 px, light and dark, and ask no third party for anything."""

import pytest
from playwright.sync_api import Browser

from scripts import keys
from scripts.tests.browser import axe, visit, wake
from scripts.tests.support import fail_with

PAGES = keys.pages()
LOOKS = [(390, "light"), (1280, "dark"), (390, "dark"), (1280, "light")]


def kind(key: str) -> str:
    """Pages of one kind are made alike: those of a section, apart from its index."""
    return key if "/" not in key or key.endswith("/index") else key.partition("/")[0]


def looks(key: str, everywhere: bool) -> list[tuple[int, str]]:
    """The widths and palettes in which axe reads a page: all for the first of a kind, one in turn for the others."""
    if everywhere:
        return LOOKS
    alike = [page for page in PAGES if kind(page) == kind(key)]
    place = alike.index(key)
    return LOOKS if place == 0 else [LOOKS[place % len(LOOKS)]]


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("key", PAGES)
def test_page_is_accessible(
    key: str, width: int, browser: Browser, address: str, request: pytest.FixtureRequest
) -> None:
    everywhere = bool(request.config.getoption("--all-cells"))
    visitor = visit(browser, address, width)
    page = visitor.open(keys.url(key))
    wake(page)
    found: list[str] = []
    for scheme in [scheme for wide, scheme in looks(key, everywhere) if wide == width]:
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        found += [
            f"docs/{key}.md:1: {width} px, {scheme}: {violation['id']}: {node['target'][0]}: "
            f"{node['failureSummary'][:300]}"
            for violation in axe(page)
            for node in violation["nodes"][:3]
        ]
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    if wide > 0:
        found.append(
            f"docs/{key}.md:1: {width} px: the page is {wide} px wider than the window: break what is too wide"
        )
    fail_with(found)
    visitor.check()
    page.context.close()
