"""The tables of the reference tell what the recorded outputs and the matrix file hold, and what they do not."""

import pytest

from scripts.runner import matrix
from scripts.tables import classes, codes, messages, recorded, support_cells, support_packages

KEY = "reference/messages"


def rows(text: str) -> dict[str, str]:
    """First cell -> row."""
    return {row.split(" | ")[0].removeprefix("| "): row for row in text.splitlines() if row.startswith("| ")}


def test_texts_stand_word_for_word_with_their_releases() -> None:
    found = rows(messages.render(KEY))
    text = (
        "`greenlet_spawn has not been called; can't call await_only() here. Was IO attempted in an unexpected place?`"
    )
    assert "`MissingGreenlet`, `xd2s`" in found[text]
    assert "1.4.54" in found[text]
    assert "1.4.35" not in found[text]
    assert "(../problem.md)" in found[text]


def test_each_code_has_its_class_and_a_page() -> None:
    found = {row.partition("`")[2].partition("`")[0]: row for row in codes.render(KEY).splitlines() if "`" in row}
    assert next(iter(found)) == "xd2s"
    assert "`AwaitRequired` | [" in found["xd1r"]
    assert "](../lookalikes/detached-instance.md)" in found["bhk3"]
    assert found["pcls"].endswith("| [on this page](#codes) |")


@pytest.mark.parametrize(
    ("text", "cell"), [("a", "`a`"), ("a `b` c", "`` a `b` c ``"), ("``a`` | b", "``` ``a`` \\| b ```")]
)
def test_text_in_a_cell_keeps_its_backticks_and_bars(text: str, cell: str) -> None:
    assert recorded.code(text) == cell


def test_a_run_that_is_missing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = matrix.load()
    kept = {
        name: {cell: entry for cell, entry in cells.items() if cell != "2.1-asyncpg"} for name, cells in whole.items()
    }
    monkeypatch.setattr(matrix, "load", lambda: kept)
    row = next(row for row in support_cells.render(KEY).splitlines() if row.startswith("| asyncpg"))
    assert row.endswith(f"| 0 programs, fork; {len(whole)} not verified |")
    assert rows(classes.render(KEY))["asyncpg"].endswith(" not verified |")


def test_releases_are_those_of_the_locks() -> None:
    found = rows(support_packages.render(KEY))
    assert found["sqlalchemy"].startswith("| sqlalchemy | 2.0.")
    assert "| 2.1." in found["sqlalchemy"]
    assert found["Python"].startswith("| Python | 3.")
