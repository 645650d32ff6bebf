"""The diagnosis gives no cause to a text that has nothing to do with MissingGreenlet, in the real browser."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from scripts.tests.browser import visit
from scripts.tests.diagnosis import unrelated

TEXTS = unrelated.texts()
FEWEST = 60
DIAGNOSE = """text => import(new URL("assets/diagnosis/engine.js", document.baseURI).href)
    .then(engine => engine.diagnose(text).map(verdict => verdict.key))"""


@pytest.fixture(scope="module")
def start(browser: Browser, address: str) -> Iterator[Page]:
    """The start page, opened once."""
    visitor = visit(browser, address)
    yield visitor.open("")
    visitor.check()
    visitor.page.context.close()


@pytest.fixture(scope="module")
def outputs() -> dict[str, str]:
    """What the programs print, each run once."""
    return unrelated.outputs()


@pytest.mark.parametrize("name", TEXTS)
def test_unrelated_text_has_no_cause(name: str, start: Page) -> None:
    assert start.evaluate(DIAGNOSE, TEXTS[name]) == ["unknown"]


@pytest.mark.parametrize("name", unrelated.PROGRAMS)
def test_unrelated_error_has_no_cause(name: str, start: Page, outputs: dict[str, str]) -> None:
    if problem := unrelated.lack(name, outputs[name]):
        pytest.fail(problem, pytrace=False)
    assert start.evaluate(DIAGNOSE, outputs[name]) == ["unknown"]


def test_there_are_enough_texts() -> None:
    assert len(TEXTS) + len(unrelated.PROGRAMS) >= FEWEST


def test_no_text_stands_twice(outputs: dict[str, str]) -> None:
    every = [*TEXTS.values(), *outputs.values()]
    assert len(set(every)) == len(every)
