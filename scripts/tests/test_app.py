"""The application of the FastAPI page, copied as the page says, passes its tests and answers on every cell."""

import json
import os
import re
import signal
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from scripts.checks import application
from scripts.checks.application import KEY, Mistake
from scripts.checks.tree import Tree
from scripts.runner.cells import ORDINARY, Cell, python_of
from scripts.runner.session import Programs
from scripts.tests.support import fail_with

ADDRESS = re.compile(r"running on (http://[\d.:]+)")
TIMEOUT = 120  # seconds; the application's tests take about five
TAIL = 60  # lines of output to show


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """The cells that record outputs; with ``--all-cells`` every one."""
    if "mistake" in metafunc.fixturenames:
        rows = application.mistakes(Tree())
        metafunc.parametrize("mistake", rows, ids=[f"{KEY}-{number}" for number, _ in enumerate(rows, 1)])
        metafunc.parametrize("cell", [Cell("2.1", "aiosqlite")], ids=str)
    elif "cell" in metafunc.fixturenames:
        everywhere = metafunc.config.getoption("--all-cells")
        cells = [cell for cell in ORDINARY if everywhere or cell.is_reference]
        metafunc.parametrize("cell", cells, ids=[f"{KEY}-app-{cell}" for cell in cells])


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """An empty directory, after the reader has copied the files of the page into it."""
    for goal, source in application.files(Tree()).items():
        (tmp_path / goal).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / goal).write_bytes(source.read_bytes())
    return tmp_path


@pytest.fixture
def environ(cell: Cell, programs: Programs) -> Iterator[dict[str, str]]:
    """The reader's environment: none of ours, and an empty database of the cell."""
    servers = programs.schedule.servers
    if not servers.has(cell):
        programs.not_run.append(f"fastapi/app on {cell}")
        pytest.skip(f"not run: no {cell.database} server")
    ours = ("PYTEST", "PYTHON", "DATABASE_URL", "TEST_DATABASE_URL", "HOST", "PORT")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    with servers.fresh(cell) as url:
        yield kept | ({"DATABASE_URL": url, "TEST_DATABASE_URL": url} if url else {})


def test_app_is_on_the_page() -> None:
    fail_with(application.problems(Tree()))


def test_app_passes_its_tests(cell: Cell, project: Path, environ: dict[str, str]) -> None:
    done = _tested(cell, project, environ, "-W", "error")
    if done.returncode:
        tail = "\n".join(done.stdout.splitlines()[-TAIL:])
        pytest.fail(f"the tests of snippets/fastapi/app fail on {cell}:\n{tail}\n{done.stderr}", pytrace=False)


def test_app_catches(mistake: Mistake, cell: Cell, project: Path, environ: dict[str, str]) -> None:
    path = project / mistake.file
    path.write_text(path.read_text().replace(mistake.old, mistake.new))
    done = _tested(cell, project, environ, "--tb=short")
    assert done.returncode == 1
    assert mistake.said in done.stdout


def _tested(cell: Cell, project: Path, environ: dict[str, str], *options: str) -> "subprocess.CompletedProcess[str]":
    command = [str(python_of(cell.environment)), "-m", "pytest", "-q", *options, "app"]
    return subprocess.run(command, cwd=project, env=environ, text=True, capture_output=True, timeout=TIMEOUT)


def test_app_answers(cell: Cell, project: Path, environ: dict[str, str]) -> None:
    with _served(cell, project, environ) as (address, log):
        created = _ask(f"{address}/users", {"name": "Ada"})
        assert created["posts"] == []
        post = _ask(f"{address}/posts", {"title": "Hello", "body": "one two", "user_id": created["id"]})
        assert post["user"]["name"] == "Ada"
        assert _ask(f"{address}/users")["items"][0]["posts"] == [{"id": post["id"], "title": "Hello"}]
        assert _ask(f"{address}/openapi.json")["info"]["title"] == "Users and posts"
    text = log.read_text()
    assert "Application shutdown complete" in text
    assert not re.search("ERROR|WARNING|Traceback", text), text


@contextmanager
def _served(cell: Cell, project: Path, environ: dict[str, str]) -> Iterator[tuple[str, Path]]:
    """The application on a free port, by the one command of the page; its address, and its log."""
    log = project / "log"
    with log.open("w") as stream:
        server = subprocess.Popen(
            [str(python_of(cell.environment)), "-m", "app"],
            cwd=project,
            env=environ | {"PORT": "0"},
            stdout=stream,
            stderr=subprocess.STDOUT,
        )
    try:
        yield _address(server, log), log
        server.send_signal(signal.SIGINT)
        server.wait(timeout=TIMEOUT)
    finally:
        server.kill()
        server.wait()


def _address(server: subprocess.Popen[bytes], log: Path) -> str:
    end = time.monotonic() + TIMEOUT
    while server.poll() is None and time.monotonic() < end:
        if match := ADDRESS.search(log.read_text()):
            return match[1]
        time.sleep(0.05)
    pytest.fail(f"the application did not start:\n{log.read_text()}", pytrace=False)


def _ask(url: str, data: dict[str, Any] | None = None) -> Any:
    body = json.dumps(data).encode() if data else None
    request = urllib.request.Request(url, body, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=TIMEOUT) as answer:
        return json.load(answer)
