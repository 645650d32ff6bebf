"""Run all that CI gates; arguments go to pytest (-k KEY, --record)."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from scripts.paths import ROOT

OPTIONS = ["--rootdir", str(ROOT), "-c", str(ROOT / ".pytest.ini")]


def main(argv: list[str]) -> int:
    """Run pytest over the repository; without a choice of tests, those in the browser beside the others."""
    return run(argv) if argv else run_in_halves()


def run(argv: list[str]) -> int:
    """Run pytest in this process."""
    return int(pytest.main([*OPTIONS, *argv]))


def run_in_halves() -> int:
    """Run the tests that use the browser in a second process, which says at the end what it found.

    Both wait for one build of the site: whoever needs it first makes it.
    """
    with tempfile.TemporaryDirectory() as directory:
        os.environ["TESTED_SITE"] = directory
        said = Path(directory) / "said.txt"
        command = [sys.executable, "-m", "pytest", *OPTIONS, "-m", "browser"]
        with said.open("w", encoding="utf-8") as output:
            beside = subprocess.Popen(command, cwd=ROOT, stdout=output, stderr=subprocess.STDOUT)
            try:
                here = run(["-m", "not browser"])
                there = beside.wait()
            finally:
                beside.kill()
        print(f"\nIn the browser:\n{said.read_text(encoding='utf-8')}")
        return here or there
