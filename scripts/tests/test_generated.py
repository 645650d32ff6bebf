"""Generated text follows what it is made from, and a hand edit is seen."""

from pathlib import Path

import pytest

from scripts import generated, keys
from scripts.bootstrap import ToolError
from scripts.tests.support import copy_of_checkout

KEY = "causes/lazy-relationship"


def test_hand_edit_is_seen_and_mended(tmp_path: Path) -> None:
    docs = copy_of_checkout(tmp_path).docs
    page = keys.page(KEY, docs)
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("| asyncpg ", "| asyncpg, by hand "), encoding="utf-8")
    assert list(generated.stale(docs)) == [page]
    generated.write(docs)
    assert page.read_text(encoding="utf-8") == text
    assert not generated.stale(docs)


def test_table_tells_what_is_not_verified(monkeypatch: pytest.MonkeyPatch) -> None:
    from scripts.runner import matrix

    whole = matrix.load()
    programs = [name for name in whole if name.startswith(f"{KEY}/")]
    kept = {**whole, **{name: {c: e for c, e in whole[name].items() if c != "2.1-asyncpg"} for name in programs}}
    monkeypatch.setattr(matrix, "load", lambda: kept)
    text = generated.filled(KEY, "<!-- generated: verified -->\n<!-- /generated -->\n")
    row = next(line for line in text.splitlines() if line.startswith("| asyncpg"))
    assert f"{len(programs)} of {len(programs)} |" in row
    assert row.endswith(f"{len(programs)} not verified |")


def test_unknown_block_is_named() -> None:
    with pytest.raises(ToolError, match=r"docs/a/b\.md asks for a block “nothing-such”"):
        generated.filled("a/b", "<!-- generated: nothing-such -->\n<!-- /generated -->\n")


def test_links_of_the_causes_table_are_relative() -> None:
    from scripts.tables import causes

    assert f"]({KEY}.md)" in causes.render("index")
    assert "](lazy-relationship.md)" in causes.render("causes/index")
    assert f"](../{KEY}.md)" in causes.render("loaders/index")
