"""The verb ``grow``: a copy with as many pages as asked for, and an eye for what grows too fast."""

import re
from pathlib import Path

import pytest

from scripts import growth, keys
from scripts.finish import STEPS
from scripts.growth import Size


@pytest.mark.parametrize("pages", [12, 50, 100])
def test_copy_has_as_many_pages(pages: int, tmp_path: Path) -> None:
    growth.prepare(tmp_path, pages)
    found = set(keys.pages(tmp_path / "docs"))
    named = re.findall(r"^ *- (?:[\w ]+: )?([\w./-]+)\.md$", (tmp_path / "mkdocs.yml").read_text(), re.MULTILINE)
    assert len(found) == pages
    assert set(named) == found
    assert not growth.EMPTY.search((tmp_path / "mkdocs.yml").read_text())


def test_smaller_site_is_built_and_measured(tmp_path: Path) -> None:
    """Most pages are gone, and with them what moved to them; those left still link to them."""
    growth.prepare(tmp_path, 12)
    figures = growth.measure(tmp_path, 12).figures
    assert {f"{step}, CPU s" for step in STEPS} < set(figures)
    assert figures["search index, kB"] > 0
    assert figures["HTML of a page, kB"] > 20  # a page, and no redirect to one
    assert len(list((tmp_path / "site").rglob("index.md"))) == 12


def test_what_grows_too_fast_is_named() -> None:
    sizes = [
        Size(50, {"linear, s": 5, "constant, kB": 30, "quadratic, s": 1, "none, s": 0}),
        Size(500, {"linear, s": 50, "constant, kB": 30, "quadratic, s": 100, "none, s": 0.02}),
    ]
    assert growth.bending(sizes) == ["quadratic, s"]
    assert "| quadratic, s | 1.0 | 100 | pages^2.0 |" in growth.table(sizes)
