"""``--record``, and the programs' runs: begun when the tests are collected, written down by this one process."""

import os
from collections.abc import Iterator
from typing import Any

import pytest

from scripts.runner.session import Programs
from scripts.tests.browser import address, browser, built

__all__ = ["address", "browser", "built"]

SESSION = pytest.StashKey[Programs]()
# These wait for the programs' runs, or measure times: they come when the machine has no other work.
LAST = ("test_formats", "test_paste_box", "test_search")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--record", action="store_true", help="write what the programs do, then read the diff")
    parser.addoption(
        "--all-cells",
        action="store_true",
        help="every program on every cell, known or not",
    )

    parser.addoption("--part", metavar="K/N", help="of the chosen tests every N-th, from the K-th on")


@pytest.fixture(scope="session")
def programs(request: pytest.FixtureRequest) -> Programs:
    """The runs of this session."""
    return request.config.stash[SESSION]


@pytest.hookimpl(wrapper=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> Iterator[None]:
    """Mark what uses the browser before pytest chooses by marker, and take a part of what it chose."""
    for item in items:
        needs = set(getattr(item, "fixturenames", ()))
        if "programs" in needs:
            item.add_marker("runs")
        elif "browser" in needs:
            item.add_marker("browser")
    yield
    items.sort(key=lambda item: LAST.index(item.path.stem) if item.path.stem in LAST else -1)
    if part := config.option.part:
        number, parts = map(int, part.split("/"))
        items[:] = items[number - 1 :: parts]


def pytest_collection_finish(session: pytest.Session) -> None:
    if session.config.option.collectonly:
        return
    parameters: list[dict[str, Any]] = [
        getattr(getattr(item, "callspec", None), "params", {}) for item in session.items
    ]
    session.config.stash[SESSION] = Programs(
        bool(session.config.getoption("--record")), bool(session.config.getoption("--all-cells"))
    )
    session.config.stash[SESSION].schedule.start(found["run"] for found in parameters if "run" in found)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    done = session.config.stash.get(SESSION, None)
    if done is None:
        return
    done.schedule.close()
    say = session.config.get_terminal_writer().line
    if done.record:
        say()
        for name in done.write():
            say(f"wrote {name}")
    if done.not_run:
        reasons = "; ".join(f"{name}: {why}" for name, why in done.schedule.servers.missing.items())
        say(f"\n{len(done.not_run)} runs were not made ({reasons}). They keep their entries in the matrix.")
        if os.environ.get("CI"):
            say("CI must make every run: start the missing server.", red=True)
            session.exitstatus = pytest.ExitCode.TESTS_FAILED
