"""Run every program, and the kit, on every cell of the matrix; arguments go to pytest (-k KEY)."""

from scripts.paths import ROOT
from scripts.verbs import test

TESTS = ("test_programs.py", "test_kit.py")


def main(argv: list[str]) -> int:
    """Run the tests of the programs and of the kit on all cells, whatever the matrix file says of them."""
    return test.main(["--all-cells", *argv, *(str(ROOT / "scripts" / "tests" / name) for name in TESTS)])
