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

OPTIONS = ["--rootdir", str(ROOT), "-c", str(ROOT / ".pytest.ini")]
COMMAND = [sys.executable, "-m", "pytest", *OPTIONS]
RUNS = ["-m", "runs and not timed"]
# What runs beside them, a process each: these keep a Python busy, which would hold up the threads that wait for the
# programs; of the browser's, each has a Chromium.
BESIDE = {
    "The others": ["-m", "not runs and not browser and not timed"],
    "In the browser, one half": ["-m", "browser and not sweep and not timed", "--part=1/2"],
    "In the browser, the other half": ["-m", "browser and not sweep and not timed", "--part=2/2"],
}
CLOCK = ["-m", "timed"]


def main(argv: list[str]) -> int:
    """Run pytest over the repository; without a choice of tests, in parts, and then alone what measures time."""
    if argv:
        return run(argv)
    with one_site():
        failed = run_in_parts(RUNS, BESIDE)
        print("\nBy the clock:", flush=True)
        return subprocess.run([*COMMAND, *CLOCK], cwd=ROOT).returncode or failed


def run(argv: list[str]) -> int:
    """Run pytest in this process."""
    return int(pytest.main([*OPTIONS, *argv]))


@contextmanager
def one_site() -> Iterator[None]:
    """All processes wait for one build of the site: whoever needs it first makes it."""
    with tempfile.TemporaryDirectory() as directory:
        os.environ["TESTED_SITE"] = directory
        yield
        del os.environ["TESTED_SITE"]


def run_in_parts(own: list[str], beside: dict[str, list[str]]) -> int:
    """Run a part of the tests in this process and the others in processes beside it; return 1 if any fails."""
    with ExitStack() as started:
        others = {name: started.enter_context(_beside(options)) for name, options in beside.items()}
        statuses = [run(own)]
        for name, (process, said) in others.items():
            statuses.append(process.wait())
            print(f"\n{name}:\n{said.read_text(encoding='utf-8')}", flush=True)
    return int(any(statuses))


@contextmanager
def _beside(options: list[str]) -> Iterator[tuple[subprocess.Popen[bytes], Path]]:
    """Pytest in another process, which ends with this one, and the file of what it says."""
    with tempfile.NamedTemporaryFile(suffix=".txt") as said:
        process = subprocess.Popen([*COMMAND, *options], cwd=ROOT, stdout=said, stderr=subprocess.STDOUT)
        try:
            yield process, Path(said.name)
        finally:
            process.kill()
