"""Reports as people write them, made for this test: the paste box and the search answer most of them first."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from scripts import evaluation, keys, rules
from scripts.bootstrap import ToolError
from scripts.paths import REPORTS
from scripts.tests.browser import visit

FEWEST = 60
DIAGNOSIS, SEARCH = 0.92, 0.88


@pytest.fixture(scope="module")
def reports() -> list[evaluation.Report]:
    """The reports of the project's own."""
    return evaluation.load(REPORTS)


@pytest.fixture(scope="module")
def start(browser: Browser, address: str) -> Iterator[Page]:
    """The start page, opened once."""
    visitor = visit(browser, address)
    yield visitor.open("")
    visitor.check()
    visitor.page.context.close()


def test_reports_cover_every_cause_and_lookalike(reports: list[evaluation.Report]) -> None:
    assert len(reports) >= FEWEST
    wanted = {key for key in rules.rule_keys() if keys.is_cause(key) or key.startswith("lookalikes/")}
    assert not wanted - {report.accept[0] for report in reports}


def test_box_names_the_cause(reports: list[evaluation.Report], start: Page) -> None:
    result = evaluation.score(reports, lambda report: report.text, lambda text: evaluation.ask_box(start, text))
    assert result.top1 >= DIAGNOSIS, "\n".join(result.misses)


def test_search_finds_the_page(reports: list[evaluation.Report], start: Page) -> None:
    result = evaluation.score(reports, lambda report: report.query, lambda text: evaluation.ask_search(start, text))
    assert result.top1 >= SEARCH, "\n".join(result.misses)


def test_bad_reports_are_named(tmp_path: Path) -> None:
    file = tmp_path / "reports.jsonl"
    with pytest.raises(ToolError, match="no reports can be read there"):
        evaluation.load(file)
    file.write_text('{"text": "x", "query": "x", "accept": ["problem"]}\n{"text": "x"}\n')
    with pytest.raises(ToolError, match=r"reports\.jsonl:2: is no report"):
        evaluation.load(file)


def test_a_wrong_answer_is_a_miss() -> None:
    report = evaluation.Report("text", "query", ("problem",))
    result = evaluation.score([report], lambda each: each.text, lambda _: ["unknown"])
    assert (result.top1, result.misses) == (0, ["wanted problem, got unknown: text"])
