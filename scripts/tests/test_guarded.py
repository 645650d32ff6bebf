"""The causes' programs and fixes under the kit's guard do what the file says, and a change of that is seen."""

from pathlib import Path

import pytest

from scripts import guarded
from scripts.paths import SNIPPETS
from scripts.runner import matrix
from scripts.runner.cells import Cell
from scripts.runner.execution import Result, run
from scripts.runner.forks import ForkServer
from scripts.runner.programs import read
from scripts.runner.servers import Servers
from scripts.runner.session import Programs
from scripts.tables import never_again
from scripts.tests.support import fail_with

# The cell of which every run is made again each time: its runs are forks.
SAMPLE = Cell("2.0", "aiosqlite")
CAUSE = SNIPPETS / "causes" / "lazy-relationship"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Each guarded program on one cell, and on those for which the file holds no result of it."""
    if "run" not in metafunc.fixturenames:
        return
    option, known = metafunc.config.getoption, guarded.load()
    everywhere = option("--all-cells") or option("--record")
    runs = [
        (program, cell)
        for program in guarded.programs()
        for cell in guarded.cells(program)
        if everywhere or cell == SAMPLE or not matrix.verified(known, program, cell)
    ]
    metafunc.parametrize("run", runs, ids=[f"{program.name}-{cell}" for program, cell in runs])


def test_guarded(run: tuple[guarded.Guarded, Cell], programs: Programs) -> None:
    program, cell = run
    entry = programs.run_guarded(program, cell)
    if entry is None:
        pytest.skip(f"not run: no {cell.database} server")
    if not programs.record:
        fail_with(guarded.compare(guarded.load(), program, cell, entry))


def result(text: str = "", code: str | None = None, entries: tuple[str, ...] = ()) -> Result:
    """A run that ended with an exception."""
    messages = [{"type": "get_attribute_error", "loc": [], "msg": message} for message in entries]
    kind = "ValidationError" if entries else "InvalidRequestError"
    return Result(1, "", "", {"text": text, "chain": [{"class": kind, "code": code, "entries": messages}]})


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        (result("'User.posts' is not available due to lazy='raise_on_sql'"), "named"),
        (result("1 validation error", entries=("'A.b' is not available due to lazy='raise_on_sql'",)), "named"),
        (result("'User.posts' is not available due to lazy='raise'"), "other"),
        (result("greenlet_spawn …", "xd2s"), "still"),
        (result("1 validation error", entries=("MissingGreenlet … https://sqlalche.me/e/21/xd2s",)), "still"),
        (Result(0, "Ada\n", ""), "works"),
    ],
)
def test_outcome(told: Result, wanted: str) -> None:
    assert guarded.outcome(told) == wanted


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("relationship(", "relationship(", "named"),
        ("relationship(", 'relationship(lazy="select", ', "still"),
        ("expire_on_commit=False", "expire_on_commit=True", "named"),
    ],
)
def test_guard_is_put_on(old: str, new: str, wanted: str, tmp_path: Path) -> None:
    path = tmp_path / "causes" / "made-up" / "broken.py"
    path.parent.mkdir(parents=True)
    text = (CAUSE / "broken.py").read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    (program,) = guarded.programs([read(path, tmp_path)])
    fork = ForkServer(SAMPLE.environment)
    try:
        assert guarded.outcome(run(program, SAMPLE, Servers(), fork)) == wanted
    finally:
        fork.close()


def test_change_is_named() -> None:
    program = guarded.put_on(read(CAUSE / "broken.py"))
    known = guarded.load()
    old = known[program.name][str(SAMPLE)]
    assert guarded.compare(known, program, SAMPLE, dict(old)) == []
    (told,) = guarded.compare(known, program, SAMPLE, {**old, "outcome": "still"})
    assert "causes/lazy-relationship/broken.py guarded on 2.0-aiosqlite: the file says named, the run still" in told
    (told,) = guarded.compare({}, program, SAMPLE, old)
    assert "the file says nothing, the run named; repair: python3 -m scripts test --record" in told


def test_table_counts_every_program(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = [program for program in guarded.programs() if program.kind == "broken"]
    fixes = len(guarded.programs()) - len(whole)
    text = never_again.render("models/index")
    assert f"Of {len(whole)} programs" in text
    assert f"Of {fixes} fixes" in text
    assert "[lazy-relationship/fixed-awaitable-attrs.py](../causes/lazy-relationship/fixed-awaitable-attrs.py)" in text
    assert "](../causes/lazy-relationship.md)" in text
    known = guarded.load()
    name = f"{CAUSE.parent.name}/{CAUSE.name}/broken.py guarded"
    monkeypatch.setattr(guarded, "load", lambda: {**known, name: {}})
    assert "1 not verified" in never_again.render("models/index")


def test_every_remedy_belongs_to_a_cause() -> None:
    written = {Path(program.name).parent.as_posix() for program in guarded.programs()}
    assert set(never_again.NEEDED) <= written
