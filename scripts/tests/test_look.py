"""Pages are readable and accessible at 390 and 1280 px, light and dark, and ask no third party for anything."""

import pytest
from playwright.sync_api import Browser, Page

from scripts import keys
from scripts.tests.browser import violations, visit, wake
from scripts.tests.support import fail_with

PAGES = keys.pages()
HEIGHT = 900


def kind(key: str) -> str:
    """Pages of one kind are made alike: those of a section, apart from its index."""
    return key if "/" not in key or key.endswith("/index") else key.partition("/")[0]


KINDS = sorted({kind(key): key for key in reversed(PAGES)}.values())  # the first page of each


def pages() -> list[object]:
    """All; those that are not the first of their kind are left to ``look``."""
    return [key if key in KINDS else pytest.param(key, marks=pytest.mark.sweep) for key in PAGES]


@pytest.mark.parametrize("key", pages())
def test_page_is_accessible(key: str, browser: Browser, address: str) -> None:
    visitor = visit(browser, address, 390)
    visitor.page.emulate_media(reduced_motion="reduce")  # or axe would read colours on their way to others
    page = visitor.open(keys.url(key))
    wake(page)
    fail_with([f"docs/{key}.md:1: {width} px: {each}" for width in (390, 1280) for each in wrong(page, width)])
    visitor.check()
    page.context.close()


def wrong(page: Page, width: int) -> list[str]:
    """What axe finds at this width, in either palette, and what is too wide."""
    page.set_viewport_size({"width": width, "height": HEIGHT})
    found = violations(page)
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [*found, f"the page is {wide} px wider than the window: break what is too wide"] if wide > 0 else found
