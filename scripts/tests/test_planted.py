"""Each check fails, with its sentence, on a copy in which what it guards is broken."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts import ledger
from scripts.checks import application, includes, navigation, pages, pairs, programs, unwritten
from scripts.tests.support import copy_of_checkout
from scripts.verbs import new

KEY = "causes/lazy-relationship"
PAGE = f"docs/{KEY}.md"
CODE = f"snippets/{KEY}"


def edit(old: str, replacement: str, file: str = PAGE) -> Callable[[Path], None]:
    """Replace ``old`` everywhere in a file of the copy; it must be there."""

    def plant(root: Path) -> None:
        text = (root / file).read_text(encoding="utf-8")
        assert old in text
        (root / file).write_text(text.replace(old, replacement), encoding="utf-8")

    return plant


def remove(file: str) -> Callable[[Path], None]:
    return lambda root: (root / file).unlink()


def write(file: str, text: str) -> Callable[[Path], None]:
    def plant(root: Path) -> None:
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_text(text, encoding="utf-8")

    return plant


def without_programs(root: Path) -> None:
    for path in (root / CODE).iterdir():
        path.unlink()


def without(pattern: str) -> Callable[[Path], None]:
    def plant(root: Path) -> None:
        for path in (root / CODE).glob(pattern):
            path.unlink()

    return plant


FAULTS = {
    "page-without-code": (without_programs, pairs, rf"{PAGE}:1: this page needs programs, but there are none"),
    "code-without-page": (remove(PAGE), pairs, rf"{CODE}:1: there is code but no page {PAGE}: write the page"),
    "link-missing": (remove(f"docs/{KEY}"), pairs, rf"docs/{KEY}:1: .* ln -s \.\./\.\./snippets/{KEY}"),
    "output-without-source": (
        write(f"{CODE}/shows-x.out", "x\n"),
        pairs,
        r"shows-x\.out:1: no program shows-x\.py prints",
    ),
    "program-without-output": (
        remove(f"{CODE}/fixed-refresh.out"),
        pairs,
        r"fixed-refresh\.py:1: no output is recorded",
    ),
    "program-misnamed": (write(f"{CODE}/example.py", ""), pairs, r"example\.py:1: a program is named broken"),
    "program-not-shown": (
        edit("fixed-refresh.py:read", "broken.py:read"),
        pairs,
        r"fixed-refresh\.py:1: .* does not show",
    ),
    "output-not-shown": (edit("fixed-refresh.out", "broken.2.0.out"), pairs, r"fixed-refresh\.out:1: .* does not show"),
    "results-not-shown": (edit("generated: verified", "verified"), pairs, r"the results of its programs are not shown"),
    "cause-without-broken": (remove(f"{CODE}/broken.py"), pairs, r"a cause needs a program that fails"),
    "cause-without-fixed": (without("fixed-*.py"), pairs, r"a cause needs a fix that was run"),
    "cause-without-rule": (
        edit(f'"{KEY}"', '"problem"', "docs/assets/diagnosis/rules.js"),
        pairs,
        rf"no diagnosis rule leads to {KEY}: add one to docs/assets/diagnosis/rules\.js",
    ),
    "include-missing": (
        remove(f"{CODE}/broken.2.0.out"),
        includes,
        rf"{PAGE}:\d+: includes .*broken\.2\.0\.out, which",
    ),
    "section-missing": (
        edit("[start:read]", "[start:x]", f"{CODE}/broken.py"),
        includes,
        r"the section “read” of .*broken",
    ),
    "not-in-nav": (edit(f"      - {KEY}.md\n", "", "mkdocs.yml"), navigation, rf"{PAGE}:1: no entry in mkdocs\.yml"),
    "nav-without-page": (remove(PAGE), navigation, rf"mkdocs\.yml:\d+: leads to {PAGE}, which does not exist"),
    "no-description": (edit("description:", "hide: [] #"), pages, rf"{PAGE}:1: the description is missing"),
    "two-sentences": (edit("description: You", "description: " + "You " * 60), pages, r"must be one sentence"),
    "no-group": (edit("group: relationship", "group: nonsense"), pages, rf"{PAGE}:1: the front matter must name what"),
    "unread-front-matter": (edit("description:", "weight: 1\ndescription:"), pages, r"front matter has “weight”"),
    "heading-without-id": (edit(" {#why}", ""), pages, r"the heading “Why it happens” has no explicit id"),
    "id-twice": (edit("{#why}", "{#fix}"), pages, r"the id #fix is used twice"),
    "heading-order": (
        edit("## Why it happens {#why}", "## Fix it {#fix2}"),
        pages,
        r"second-level headings .* in this order",
    ),
    "heading-skips": (edit("### Load it with", "#### Load it with"), pages, r"skips from level 2 to 4: use level 3"),
    "two-h1": (edit("## Why it happens {#why}", "# Why {#why}"), pages, r"exactly one H1"),
    "too-long": (edit("## See also", "more\n\n" * 80 + "## See also"), pages, r"lines, 150 at most"),
    "belittling": (edit("Load it with the query:", "Simply load it:"), pages, r"“Simply” belittles"),
    "python-not-run": (edit("## Verify it", "```python\nprint()\n```\n\n## Verify it"), pages, r"run by nothing"),
    "no-literal": (edit('"sqlite+aiosqlite://"', "URL", f"{CODE}/broken.py"), programs, r"exactly once.*found 0"),
    "two-literals": (
        edit("import asyncio", 'import asyncio\nU = "sqlite+aiosqlite://"', f"{CODE}/broken.py"),
        programs,
        r"found 2",
    ),
    "engine-open": (edit("await engine.dispose()", "pass", f"{CODE}/broken.py"), programs, r"must close its engine"),
    "exemption-needless": (
        edit('"""Read', '# database: none (why)\n"""Read', f"{CODE}/broken.py"),
        programs,
        r"“# database: none” is no longer needed",
    ),
    "program-too-long": (edit("import asyncio", "import asyncio\n" * 30, f"{CODE}/broken.py"), programs, r"60 at most"),
    "line-too-long": (
        edit("import asyncio", f"import asyncio  # {'x' * 80}", f"{CODE}/broken.py"),
        programs,
        r"longer than 80",
    ),
    "cell-unknown": (
        edit('"""Read', '# cells: oracle\n"""Read', f"{CODE}/broken.py"),
        programs,
        r"“oracle” is no cell",
    ),
    "cells-needless": (edit('"""Read', '# cells: not 2\n"""Read', f"{CODE}/broken.py"), programs, r"is no cell"),
    "cells-excuse-none": (
        edit('"""Read', '# cells: sqlalchemy>=2.0\n"""Read', f"{CODE}/broken.py"),
        programs,
        r"excuses no cell",
    ),
    "environment-unknown": (
        edit('"""Read', '# also: 9.9\n"""Read', f"{CODE}/broken.py"),
        programs,
        r"names no environment",
    ),
    "raises-misplaced": (
        edit('"""Load', '# raises: xd2s\n"""Load', f"{CODE}/fixed-refresh.py"),
        programs,
        r"“# raises:” belongs to a broken program only",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_planted_fault_is_named(name: str, tmp_path: Path) -> None:
    plant, check, sentence = FAULTS[name]
    tree = copy_of_checkout(tmp_path)
    before = check.problems(tree, KEY)
    plant(tree.root)
    found = [problem for problem in check.problems(tree, KEY) if problem not in before]
    assert any(re.search(sentence, problem) for problem in found), found


APPLICATION = "docs/fastapi/index.md"
APPLICATION_FAULTS = {
    "file-without-link": (write("snippets/fastapi/app/more.py", ""), r"no link says where app/more\.py goes: add"),
    "link-without-file": (remove("snippets/fastapi/app/tasks.py"), r"links app/tasks\.py, and there is no such file"),
    "mistake-impossible": (
        edit("`expire_on_commit=False`", "`no_such_line`", APPLICATION),
        r"kit/database\.py has no “no_such_line”",
    ),
    "no-mistakes": (edit("| `", "|  `", APPLICATION), r"the table of what the tests catch has no row"),
}


@pytest.mark.parametrize("name", APPLICATION_FAULTS)
def test_fault_in_the_application_is_named(name: str, tmp_path: Path) -> None:
    plant, sentence = APPLICATION_FAULTS[name]
    tree = copy_of_checkout(tmp_path)
    assert application.problems(tree) == []
    plant(tree.root)
    found = application.problems(tree)
    assert any(re.match(rf"{APPLICATION}:1: .*{sentence}", problem) for problem in found), found


def test_lost_address_is_named(tmp_path: Path) -> None:
    tree = copy_of_checkout(tmp_path)
    assert ledger.lost(tree.docs) == []
    edit("{#why}", "{#reason}")(tmp_path)
    (told,) = ledger.lost(tree.docs)
    assert re.fullmatch(
        rf"scripts/published\.txt:\d+: /{KEY}/#why was published and is gone: restore the page .*", told
    )


def test_lost_page_is_named_with_its_anchors_and_programs(tmp_path: Path) -> None:
    tree = copy_of_checkout(tmp_path)
    remove(PAGE)(tmp_path)
    told = ledger.lost(tree.docs)
    gone = {re.fullmatch(r"scripts/published\.txt:\d+: (\S+) was published and is gone: .*", each) for each in told}
    urls = {match[1] for match in gone if match}
    assert len(urls) == len(told)
    assert {f"/{KEY}/", f"/{KEY}/#why", f"/{KEY}/broken.py", "/lazyload/"} <= urls
    assert all(url.startswith(f"/{KEY}/") or url == "/lazyload/" for url in urls), urls


def test_new_page_is_marked_until_written(tmp_path: Path) -> None:
    tree = copy_of_checkout(tmp_path)
    made = new.create(tmp_path, "causes/made-up")
    assert {tree.shown(path) for path in made} == {
        "docs/causes/made-up.md",
        "docs/causes/made-up",
        "snippets/causes/made-up/broken.py",
        "snippets/causes/made-up/fixed-remedy.py",
        "mkdocs.yml",
    }
    unwritten_ = unwritten.problems(tree, "causes/made-up")
    assert len(unwritten_) > 10
    assert all("still to write" in problem for problem in unwritten_)
    others = [*pages.problems(tree, "causes/made-up"), *programs.problems(tree, "causes/made-up")]
    others += [*navigation.problems(tree, "causes/made-up")]
    assert others == []
    assert any(
        "no diagnosis rule leads to causes/made-up" in problem for problem in pairs.problems(tree, "causes/made-up")
    )
