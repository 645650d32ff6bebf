"""Run all that CI gates; arguments go to pytest (-k KEY, --record)."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from scripts.paths import ROOT

BROWSERS = 2  # processes; each has a Chromium
OPTIONS = ["--rootdir", str(ROOT), "-c", str(ROOT / ".pytest.ini")]
COMMAND = [sys.executable, "-m", "pytest", *OPTIONS]


def main(argv: list[str]) -> int:
    """Run pytest over the repository; without a choice of tests, in parts that run beside each other."""
    return run(argv) if argv else run_in_parts()


def run(argv: list[str]) -> int:
    """Run pytest in this process."""
    return int(pytest.main([*OPTIONS, *argv]))


def run_in_parts() -> int:
    """Run the tests that use the browser in processes of their own, then those that measure time, with nothing beside.

    All wait for one build of the site: whoever needs it first makes it.
    """
    with tempfile.TemporaryDirectory() as directory, ExitStack() as started:
        os.environ["TESTED_SITE"] = directory
        beside = [
            started.enter_context(_beside("-m", "browser and not timed", f"--part={number}/{BROWSERS}"))
            for number in range(1, BROWSERS + 1)
        ]
        statuses = [run(["-m", "not browser and not timed"])]
        for process, said in beside:
            statuses.append(process.wait())
            print(f"\nIn the browser:\n{said.read_text(encoding='utf-8')}", flush=True)
        print("\nBy the clock:", flush=True)
        statuses.append(subprocess.run([*COMMAND, "-m", "timed"], cwd=ROOT).returncode)
    return int(any(statuses))


@contextmanager
def _beside(*options: str) -> Iterator[tuple[subprocess.Popen[bytes], Path]]:
    """Pytest in another process, which ends with this one, and the file of what it says."""
    with tempfile.NamedTemporaryFile(suffix=".txt") as said:
        process = subprocess.Popen([*COMMAND, *options], cwd=ROOT, stdout=said, stderr=subprocess.STDOUT)
        try:
            yield process, Path(said.name)
        finally:
            process.kill()
