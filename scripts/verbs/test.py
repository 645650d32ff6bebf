"""Run all that CI gates; arguments go to pytest (-k KEY, --record)."""

import pytest

from scripts.paths import ROOT


def main(argv: list[str]) -> int:
    """Run pytest over the repository."""
    return int(pytest.main(["--rootdir", str(ROOT), "-c", str(ROOT / ".pytest.ini"), *argv]))
