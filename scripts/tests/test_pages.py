"""Every page and its folder of programs have the form that readers rely on; ``-k KEY`` selects one."""

import pytest

from scripts import generated, ledger
from scripts.checks import includes, navigation, pages, pairs, programs, unwritten
from scripts.checks.tree import Tree
from scripts.paths import ROOT
from scripts.tests.support import fail_with

TREE = Tree()
CHECKS = [includes, navigation, pages, pairs, programs, unwritten]
KEYS = sorted({*TREE.all_keys(), *navigation.named(TREE)})


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__.rpartition(".")[2])
def test_page(check, key: str) -> None:
    fail_with(check.problems(TREE, key))


def test_generated_text_is_current() -> None:
    repair = "repair: python3 -m scripts generate"
    fail_with([f"{path.relative_to(ROOT)}:1: a generated block is out of date; {repair}" for path in generated.stale()])


def test_published_urls_are_kept() -> None:
    fail_with(ledger.lost())
