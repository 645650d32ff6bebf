"""The kit keeps its promises on every cell: its own tests, run by each environment's interpreter."""

import os
import subprocess
from pathlib import Path

import pytest

from scripts.paths import ROOT, SNIPPETS
from scripts.runner.cells import ORDINARY, Cell, python_of
from scripts.runner.session import Programs

TIMEOUT = 120  # seconds; the kit's tests take about five
TAIL = 60  # lines of output to show
OPTIONS = ("-q", "-W", "error", "-p", "no:cacheprovider", "-c", os.devnull, "--rootdir", str(SNIPPETS / "kit"))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """The cells that record outputs; with ``--all-cells`` every one."""
    everywhere = metafunc.config.getoption("--all-cells")
    cells = [cell for cell in ORDINARY if everywhere or cell.is_reference]
    metafunc.parametrize("cell", cells, ids=[f"kit-{cell}" for cell in cells])


def test_kit(cell: Cell, programs: Programs, tmp_path: Path) -> None:
    servers = programs.schedule.servers
    if not servers.has(cell):
        programs.not_run.append(f"kit on {cell}")
        pytest.skip(f"not run: no {cell.database} server")
    with servers.fresh(cell) as url:
        status, output = _run(cell, url, tmp_path)
    if status:
        tail = "\n".join(output.splitlines()[-TAIL:])
        pytest.fail(f"snippets/kit fails on {cell}:\n{tail}", pytrace=False)


def _run(cell: Cell, url: str, directory: Path) -> tuple[int, str]:
    environ = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "KIT_", "PYTHON"))}
    environ |= {"PYTHONPATH": str(SNIPPETS), "PYTHONDONTWRITEBYTECODE": "1"} | ({"KIT_URL": url} if url else {})
    command = [str(python_of(cell.environment)), "-m", "pytest", *OPTIONS, str(SNIPPETS / "kit")]
    command += ["--basetemp", str(directory / "inner")]
    try:
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=environ,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=TIMEOUT,
        )
    except subprocess.TimeoutExpired as expired:
        return 1, f"{(expired.output or b'').decode()}\nended after {TIMEOUT} seconds"
    return done.returncode, done.stdout
