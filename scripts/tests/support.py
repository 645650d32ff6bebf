"""What several test modules share."""

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from scripts.checks.tree import Tree
from scripts.paths import ROOT


def fail_with(problems: Sequence[str]) -> None:
    """Fail with the sentences alone: a traceback of the test says nothing to whoever has to repair the page."""
    if problems:
        pytest.fail("\n".join(problems), pytrace=False)


@contextmanager
def told(where: str) -> Iterator[None]:
    """Put the file to repair, and what it owes its reader, before what an expectation says."""
    try:
        yield
    except AssertionError as wrong:
        fail_with([f"{where}: {str(wrong)[:2500]}"])


def copy_of_checkout(directory: Path) -> Tree:
    """A copy of pages, programs and navigation in which a fault can be planted."""
    for name in ("docs", "snippets"):
        shutil.copytree(ROOT / name, directory / name, symlinks=True)
    shutil.copy(ROOT / "mkdocs.yml", directory)
    return Tree(directory)
