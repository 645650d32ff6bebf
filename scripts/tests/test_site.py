"""The built site: strict build, links, anchors, assets; and each of these checks proved by a break."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts import builder, keys
from scripts.checks import site
from scripts.paths import ROOT
from scripts.tests.support import fail_with


def test_every_link_and_anchor_resolves(built: Path) -> None:
    fail_with(site.problems(built))


def test_every_page_is_built(built: Path) -> None:
    missing = [key for key in keys.pages() if not (built / keys.url(key) / "index.html").is_file()]
    fail_with([f"docs/{key}.md:1: no page was built at /{keys.url(key)}" for key in missing])


def test_programs_are_published_beside_their_page(built: Path) -> None:
    missing = [path for path in keys.programs() if not (built / keys.identity(path)).is_file()]
    fail_with([f"{keys.included(path)}:1: is not published at /{keys.identity(path)}" for path in missing])


def test_nothing_else_is_published(built: Path) -> None:
    assert not list(built.rglob("*.pyc"))
    assert not list(built.rglob("__pycache__"))


BREAKS: dict[str, tuple[str, str, str]] = {
    "anchor": ('id="why"', 'id="reason"', r"links to .*#why, but .* has no #why"),
    "link": ('href="../', 'href="../nowhere/', r"links to \.\./nowhere/.*, but there is no"),
    "script": ("</head>", '<script src="https://cdn.example/x.js"></script></head>', r"asks cdn\.example for"),
    "font": ("</head>", '<link rel="stylesheet" href="//fonts.example/a.css"></head>', r"asks fonts\.example for"),
    "id-twice": ("</article>", '<p id="why"></p></article>', r"the id #why stands twice"),
}


@pytest.mark.parametrize("name", BREAKS)
def test_broken_site_is_named(name: str, built: Path, tmp_path: Path) -> None:
    old, new, sentence = BREAKS[name]
    copy = tmp_path / "site"
    shutil.copytree(built, copy)
    page = copy / "causes" / "lazy-relationship" / "index.html"
    text = page.read_text(encoding="utf-8")
    assert old in text
    page.write_text(text.replace(old, new), encoding="utf-8")
    assert any(re.search(sentence, problem) for problem in site.problems(copy))


def _append(text: str) -> Callable[[Path], None]:
    def plant(root: Path) -> None:
        with (root / "docs" / "problem.md").open("a", encoding="utf-8") as page:
            page.write(text)

    return plant


STRICT = {
    "link": (_append("\n[x](nowhere.md)\n"), "nowhere.md"),
    "anchor": (_append("\n[x](index.md#nowhere)\n"), "#nowhere"),
    "asset": (_append('\n<img src="https://images.example/x.png" alt="x">\n'), "images.example"),
    "include": (_append('\n--8<-- "snippets/problem/nowhere.py"\n'), "snippets/problem/nowhere.py"),
    "not-in-nav": (lambda root: (root / "docs" / "extra.md").write_text("# X\n"), "extra.md"),
}


@pytest.mark.parametrize("name", STRICT)
def test_strict_build_refuses(name: str, tmp_path: Path) -> None:
    plant, told = STRICT[name]
    for part in ("docs", "snippets"):
        shutil.copytree(ROOT / part, tmp_path / part, symlinks=True)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    plant(tmp_path)
    done = builder.build(tmp_path / "site", tmp_path)
    assert done.returncode != 0
    assert told in done.stdout
