"""Run programs, kit and application on every cell, and axe on every page in every look; arguments go to pytest."""

from scripts.paths import ROOT
from scripts.verbs import test

TESTS = ("test_programs.py", "test_guarded.py", "test_kit.py", "test_app.py", "test_look.py")


def main(argv: list[str]) -> int:
    """Run the tests of programs (guarded ones too), kit and application on all cells, and of pages in every look."""
    return test.main(["--all-cells", *argv, *(str(ROOT / "scripts" / "tests" / name) for name in TESTS)])
