"""The runner sees a program that does other than its name says, and nothing else."""

from pathlib import Path

import pytest

from scripts.bootstrap import ToolError
from scripts.paths import SNIPPETS
from scripts.runner import execution, judgement, matrix, outputs
from scripts.runner.cells import Cell, matches, pins
from scripts.runner.forks import ForkServer
from scripts.runner.programs import Program, read
from scripts.runner.servers import Servers
from scripts.tests import conftest
from scripts.tests.support import fail_with

HERE = Cell("2.1", "aiosqlite")
MODEL = SNIPPETS / "causes" / "lazy-relationship"


@pytest.fixture(scope="module")
def fork():
    server = ForkServer("2.1")
    yield server
    server.close()


def program(directory: Path, name: str, text: str) -> Program:
    """A program of a made-up key."""
    path = directory / "causes" / "made-up" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return read(path, directory)


def judged(made: Program, fork: ForkServer | None) -> str:
    """All that is wrong with a run of ``made``."""
    result = execution.run(made, HERE, Servers(), fork)
    return "\n".join(judgement.judge(made, HERE, result))


def test_path_of_an_environment_is_hidden() -> None:
    told = "cannot import name 'a' from 'b' (/home/me/x/lib/python3.11/site-packages/b/__init__.py)"
    assert execution.normalise(told, "/tmp/made") == "cannot import name 'a' from 'b' (…/site-packages/b/__init__.py)"


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("broken.py", "print('fine')", "must end with xd2s, but it ended normally"),
        ("broken.py", "1 / 0", "must end with xd2s, but it ended with ZeroDivisionError: division by zero"),
        ("broken.py", "# raises: ZeroDivisionError or KeyError\n1 / 0", ""),
        ("broken.py", "# cells: postgresql\n1 / 0", "says that it does not fail, but it ended with ZeroDivisionError"),
        ("broken.py", "# cells: postgresql\nprint('fine')", ""),
        ("fixed-x.py", "print('fine')", ""),
        (
            "fixed-x.py",
            "import sys; print('noise', file=sys.stderr)",
            "print nothing to standard error, but it prints: noise",
        ),
        ("fixed-x.py", "import warnings; warnings.warn('old', DeprecationWarning)", "DeprecationWarning: old"),
        ("fixed-x.py", "open('nowhere').read()", "must work, but it ended with FileNotFoundError"),
        ("fixed-x.py", "raise SystemExit(3)", "exited with status 3"),
        ("fixed-x.py", "async def f(): ...\nf()", "RuntimeWarning: coroutine 'f' was never awaited"),
        ("shows-x.py", "# cells: postgresql\nprint('fine')", "says that it does not work, but it does"),
    ],
)
@pytest.mark.parametrize("mode", ["fork", "plain"])
def test_judgement(name: str, text: str, sentence: str, mode: str, fork: ForkServer, tmp_path: Path) -> None:
    told = judged(program(tmp_path, name, text), fork if mode == "fork" else None)
    assert sentence in told if sentence else told == ""
    assert not told or told.startswith(f"snippets/causes/made-up/{name}:1: on 2.1-aiosqlite ")


def test_hanging_program_is_ended(fork: ForkServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(execution, "TIMEOUT", 1)
    made = program(tmp_path, "fixed-x.py", "import time; time.sleep(60)")
    assert "still running after" in judged(made, fork)
    assert "still running after" in judged(made, None)


def test_never_awaited_warning_is_excused_once_and_only_for_shows(tmp_path: Path) -> None:
    line = "x.py:3: RuntimeWarning: coroutine 'Connection.cursor' was never awaited\n  self.run()\n"
    for name, noise, wrong in [
        ("shows-x.py", line, False),
        ("shows-x.py", line + line, True),
        ("shows-x.py", line.replace("cursor", "other"), True),
        ("fixed-x.py", line, True),
    ]:
        made = program(tmp_path, name, "")
        assert bool(judgement.judge(made, HERE, execution.Result(0, "", noise))) is wrong


def test_a_fix_replaced_by_the_failure_is_seen(fork: ForkServer, tmp_path: Path) -> None:
    failing = (MODEL / "broken.py").read_text(encoding="utf-8")
    told = judged(program(tmp_path, "fixed-selectinload.py", failing), fork)
    assert "must work, but it ended with sqlalchemy.exc.StatementError" in told


@pytest.mark.parametrize("mode", ["fork", "plain"])
def test_program_knows_nothing_of_our_environment(mode: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PYTEST_ADDOPTS", "PYTHONASYNCIODEBUG", "DATABASE_URL"):
        monkeypatch.setenv(name, "1")
    text = "import os\nprint(sorted(each for each in os.environ if each.startswith(('PY', 'DATA'))))"
    made = program(tmp_path, "shows-x.py", text)
    server = ForkServer("2.1") if mode == "fork" else None
    result = execution.run(made, HERE, Servers(), server)
    if server:
        server.close()
    assert result.stdout == "['PYTHONIOENCODING']\n"


@pytest.mark.parametrize("mode", ["fork", "plain"])
def test_report_names_class_code_and_attribute(mode: str, fork: ForkServer) -> None:
    result = execution.run(read(MODEL / "broken.py"), HERE, Servers(), fork if mode == "fork" else None)
    assert (result.raised, result.attribute) == ("sqlalchemy.exc.StatementError", "User.posts")
    assert "xd2s" in result.codes
    assert "Traceback (most recent call last)" in result.stderr
    assert 'broken.py", line' in result.stderr


def test_changed_output_is_named_with_line_and_repair(tmp_path: Path) -> None:
    made = program(tmp_path, "fixed-x.py", "")
    (made.path.parent / "fixed-x.out").write_text("one\ntwo\n")
    (told,) = outputs.compare(made, HERE, execution.Result(0, "one\nthree\n", ""))
    assert told == (
        "snippets/causes/made-up/fixed-x.out:2: holds “two”, but the run on 2.1-aiosqlite printed “three”; "
        "repair: python3 -m scripts test --record -k causes/made-up, then read the diff"
    )


def test_record_makes_one_file_or_one_per_series_or_database(tmp_path: Path) -> None:
    made = program(tmp_path, "fixed-x.py", "")

    def files(texts: dict[Cell, str]) -> dict[str, str]:
        results = {cell: execution.Result(0, text, "") for cell, text in texts.items()}
        return {path.name: text for path, text in outputs.plan(made, results).items()}

    old, new, mysql = Cell("2.0", "aiosqlite"), HERE, Cell("2.1", "asyncmy")
    assert files({old: "a", new: "a", mysql: "a"}) == {"fixed-x.out": "a"}
    assert files({old: "a", new: "b"}) == {"fixed-x.2.0.out": "a", "fixed-x.2.1.out": "b"}
    assert files({old: "a", new: "a", mysql: "c"}) == {"fixed-x.out": "a", "fixed-x.mysql.out": "c"}


def test_matrix_keeps_what_was_not_run_and_drops_what_is_gone() -> None:
    old = {"a.py": {"2.1-asyncpg": {"exit": 0}}, "gone.py": {}}
    new = {"a.py": {"2.1-aiosqlite": {"exit": 0}}}
    assert matrix.merge(old, new, {"a.py"}) == {"a.py": {"2.1-asyncpg": {"exit": 0}, "2.1-aiosqlite": {"exit": 0}}}


def test_server_version_alone_is_no_news() -> None:
    before = {"a.py": {"2.1-asyncpg": {"exit": 0, "server": "PostgreSQL 17"}}}
    now = {"a.py": {"2.1-asyncpg": {"exit": 0, "server": "PostgreSQL 18"}}}
    assert matrix.merge(before, now, {"a.py"}) == before


def test_matrix_disagreement_is_named(tmp_path: Path) -> None:
    made = program(tmp_path, "fixed-x.py", "print()")
    entry = matrix.entry(made, HERE, execution.Result(0, "a\n", ""), "")
    kept = {made.name: {str(HERE): {**entry, "exit": 1}}}
    (told,) = matrix.compare(kept, made, HERE, entry)
    assert "the file says exit 1, the run 0" in told
    assert "has no result for 2.1-aiosqlite" in matrix.compare({}, made, HERE, entry)[0]


def test_changed_program_is_not_verified(tmp_path: Path) -> None:
    made = program(tmp_path, "fixed-x.py", "print()")
    kept = {made.name: {str(HERE): matrix.entry(made, HERE, execution.Result(0, "", ""), "")}}
    assert matrix.verified(kept, made, HERE)
    changed = program(tmp_path, "fixed-x.py", "print(1)")
    assert matrix.verified(kept, changed, HERE) is None


@pytest.mark.parametrize("package", ["sqlalchemy", "aiosqlite", "fastapi", "starlette"])
def test_run_on_other_versions_is_not_verified(package: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = program(tmp_path, "fixed-x.py", "import fastapi")
    kept = {made.name: {str(HERE): matrix.entry(made, HERE, execution.Result(0, "", ""), "")}}
    now = pins(HERE.environment)
    monkeypatch.setattr(matrix, "pins", lambda _: {**now, package: f"{now[package]}.1"})
    assert matrix.verified(kept, made, HERE) is None


def test_run_on_another_cell_is_not_verified(tmp_path: Path) -> None:
    made = program(tmp_path, "fixed-x.py", "print()")
    kept = {made.name: {str(HERE): matrix.entry(made, HERE, execution.Result(0, "", ""), "")}}
    assert matrix.verified(kept, made, Cell("2.0", "aiosqlite")) is None
    assert matrix.verified({}, made, HERE) is None


def test_missing_server_is_a_reason_not_a_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MARIADB_URL", "mysql://root@127.0.0.1:1")
    servers = Servers()
    assert not servers.has(Cell("2.1", "asyncmy"))
    assert "OperationalError" in servers.missing["mysql"]


@pytest.mark.parametrize(
    ("terms", "cell", "wanted"),
    [
        ("sqlalchemy>=2.1", HERE, True),
        ("sqlalchemy<2.1", HERE, False),
        ("not psycopg", Cell("2.0", "psycopg"), False),
        ("postgresql or mysql", HERE, False),
        ("postgresql or mysql", Cell("2.0", "aiomysql"), True),
        ("sqlite, sqlalchemy<2.1", HERE, False),
        ("without-greenlet", Cell("2.1-without-greenlet", "aiosqlite"), True),
        ("not without-greenlet", HERE, True),
    ],
)
def test_cells(terms: str, cell: Cell, wanted: bool) -> None:
    assert matches(terms, cell) is wanted


def test_modules_that_come_last_are_there() -> None:
    """A module that was renamed would come among the first, unseen."""
    folder = Path(conftest.__file__).parent
    gone = [name for name in conftest.LAST if not (folder / f"{name}.py").is_file()]
    fail_with([f"scripts/tests/conftest.py:1: LAST names {name}, which is not there: correct it" for name in gone])


def test_unknown_cell_is_named() -> None:
    with pytest.raises(ToolError, match="“oracle” is no cell"):
        matches("oracle", HERE)


def test_database_literal_is_replaced_whole() -> None:
    text = read(MODEL / "broken.py").with_database("postgresql+asyncpg://postgres@/x?host=/tmp")
    assert 'create_async_engine("postgresql+asyncpg://postgres@/x?host=/tmp")' in text
