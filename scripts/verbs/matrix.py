"""Run programs, kit and application on every cell of the matrix; arguments go to pytest (-k KEY)."""

from scripts.paths import ROOT
from scripts.verbs import test

TESTS = ("test_programs.py", "test_guarded.py", "test_kit.py", "test_app.py")


def main(argv: list[str]) -> int:
    """Run the tests of programs (guarded ones too), kit and application on all cells, known results too."""
    return test.main(["--all-cells", *argv, *(str(ROOT / "scripts" / "tests" / name) for name in TESTS)])
