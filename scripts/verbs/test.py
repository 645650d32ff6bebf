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

# What runs beside the programs' runs, a process each: these keep a Python busy, which would hold up the threads that
# wait for the programs; of the browser's, each has a Chromium.
BESIDE = {
    "The others": ["-m", "not runs and not browser and not timed"],
    "In the browser, one half": ["-m", "browser and not timed", "--part=1/2"],
    "In the browser, the other half": ["-m", "browser and not timed", "--part=2/2"],
}
OPTIONS = ["--rootdir", str(ROOT), "-c", str(ROOT / ".pytest.ini")]
COMMAND = [sys.executable, "-m", "pytest", *OPTIONS]


def main(argv: list[str]) -> int:
    """Run pytest over the repository; without a choice of tests, in parts that run beside each other."""
    return run(argv) if argv else run_in_parts()


def run(argv: list[str]) -> int:
    """Run pytest in this process."""
    return int(pytest.main([*OPTIONS, *argv]))


def run_in_parts() -> int:
    """Run the programs' tests, the others in processes beside them, then those that measure time, with nothing beside.

    All wait for one build of the site: whoever needs it first makes it.
    """
    with tempfile.TemporaryDirectory() as directory, ExitStack() as started:
        os.environ["TESTED_SITE"] = directory
        beside = {name: started.enter_context(_beside(*options)) for name, options in BESIDE.items()}
        statuses = [run(["-m", "runs and not timed"])]
        for name, (process, said) in beside.items():
            statuses.append(process.wait())
            print(f"\n{name}:\n{said.read_text(encoding='utf-8')}", flush=True)
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
