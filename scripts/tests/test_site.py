"""The built site: strict build, links, anchors, assets; and each of these checks proved by a break."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts import builder, keys
from scripts.checks import site
from scripts.tests.support import copy_of_checkout, fail_with


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
    "lazy-relationship": ('id="why"', 'id="reason"', r"links to .*#why, but .* has no #why"),
    "deferred-column": ('href="../', 'href="../nowhere/', r"links to \.\./nowhere/.*, but there is no"),
    "event-listener": ("</head>", '<script src="https://cdn.example/x.js"></script></head>', r"asks cdn\.example for"),
    "alembic-env": (
        "</head>",
        '<link rel="stylesheet" href="//fonts.example/a.css"></head>',
        r"asks fonts\.example for",
    ),
    "property-or-repr": ("</article>", '<p id="why"></p></article>', r"the id #why stands twice"),
}


@pytest.fixture(scope="module")
def broken_site(built: Path, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What is said of a site in which each page of BREAKS has its fault."""
    copy = tmp_path_factory.mktemp("broken") / "site"
    shutil.copytree(built, copy)
    for name, (old, new, _) in BREAKS.items():
        page = copy / "causes" / name / "index.html"
        text = page.read_text(encoding="utf-8")
        assert old in text
        page.write_text(text.replace(old, new), encoding="utf-8")
    return site.problems(copy)


@pytest.mark.parametrize("name", BREAKS)
def test_broken_site_is_named(name: str, broken_site: list[str]) -> None:
    sentence = BREAKS[name][2]
    assert any(name in problem and re.search(sentence, problem) for problem in broken_site)


def _append(text: str) -> Callable[[Path], None]:
    def plant(root: Path) -> None:
        with (root / "docs" / "problem.md").open("a", encoding="utf-8") as page:
            page.write(text)

    return plant


STRICT = {
    "link": (_append("\n[x](nowhere.md)\n"), "nowhere.md"),
    "anchor": (_append("\n[x](index.md#nowhere)\n"), "#nowhere"),
    "asset": (_append('\n<img src="https://images.example/x.png" alt="x">\n'), "images.example"),
    "not-in-nav": (lambda root: (root / "docs" / "extra.md").write_text("# X\n"), "extra.md"),
}


@pytest.fixture(scope="module")
def refused(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The warnings for which a strict build of a checkout with all these faults ends."""
    root = tmp_path_factory.mktemp("strict")
    copy_of_checkout(root)
    for plant, _ in STRICT.values():
        plant(root)
    done = builder.build(root / "site", root)
    assert done.returncode != 0
    return done.stdout[done.stdout.index("WARNING") :]


@pytest.mark.parametrize("name", STRICT)
def test_strict_build_refuses(name: str, refused: str) -> None:
    assert STRICT[name][1] in refused


def test_build_refuses_a_missing_include(tmp_path: Path) -> None:
    copy_of_checkout(tmp_path)
    _append('\n--8<-- "snippets/problem/nowhere.py"\n')(tmp_path)
    done = builder.build(tmp_path / "site", tmp_path)
    assert done.returncode != 0
    assert "snippets/problem/nowhere.py" in done.stdout
