"""The laboratory's results are what the formulas say, and the pages say what the results do."""

import math
import re
import socket
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from scripts import keys
from scripts.bench import check, figures, findings, formulas, model, results
from scripts.bench.grid import all_points, quick_points
from scripts.bench.laboratory import Laboratory, laboratory
from scripts.bench.plans import PLANS
from scripts.bench.points import STRATEGIES, WIDE, Point, strategies
from scripts.bench.proxy import Proxy
from scripts.bench.sizes import Sizes
from scripts.bootstrap import ToolError
from scripts.paths import BENCH
from scripts.runner.servers import Servers
from scripts.tables import loader_advice
from scripts.tests.support import fail_with
from scripts.verbs import bench

FOUND = results.load()
PAGE = keys.page("loaders/benchmark").read_text(encoding="utf-8")
TABLE = re.compile(r"^\| (.+?) \| `(.+?)` \| `(.+?)` \|$", re.MULTILINE)
# The name of a strategy on the page -> in the laboratory.
CALLED = {"awaitable_attrs": "lazy", "a query by hand": "by-hand"}


@pytest.mark.parametrize("name", FOUND["points"])
def test_measured_figures_are_those_of_the_formulas(name: str) -> None:
    entry = FOUND["points"][name]
    fail_with(check.problems(Point(**entry["point"]), entry["strategies"]))


def test_every_point_and_strategy_was_measured() -> None:
    assert {point.name for point in all_points()} == set(FOUND["points"])
    for point in all_points():
        assert tuple(FOUND["points"][point.name]["strategies"]) == strategies(point)


def test_a_wrong_figure_is_named() -> None:
    point = Point()
    right = formulas.cost(point, "selectinload")
    got = {"statements": 3, "rows": right.rows, "objects": right.objects, "bytes": right.bytes * 1.03}
    assert [line.partition(": ")[2] for line in check.problems(point, {"selectinload": got})] == [
        f"{point.name}: selectinload: 3 statements, but the formula says 2",
        f"{point.name}: selectinload: {right.bytes * 1.03} bytes, but the formula says {right.bytes}",
    ]


def sizes() -> Iterator[Point]:
    """Points of all sizes, for the page's tables."""
    for parents in (1, 30, 500, 501, 1201):
        for children in (0, 1, 7):
            yield Point(parents=parents, children=children)
            yield Point(kind="siblings", parents=parents, children=children)
            yield from (Point(kind="two-levels", parents=parents, children=children, nested=n) for n in (0, 2))
        yield from (Point(kind="many-to-one", parents=parents, children=1, targets=t) for t in (1, 7, 700))


def values(point: Point) -> dict[str, Any]:
    """What the letters of the page's tables stand for."""
    letters = {"P": point.parents, "C": point.children, "G": point.nested, "T": min(point.targets, point.parents)}
    return {**letters, "S": 2 if point.kind == "siblings" else 1, "ceil": math.ceil, "max": max}


def table_of(point: Point) -> str:
    """The heading of the table that a point belongs to."""
    return {"two-levels": "A collection, and one of each child", "many-to-one": "A many-to-one"}.get(
        point.kind, "Collections"
    )


@pytest.mark.parametrize("point", list(sizes()), ids=lambda point: point.name)
def test_formulas_on_the_page_are_those_of_the_laboratory(point: Point) -> None:
    block = PAGE[PAGE.index(f"| {table_of(point)} | Statements") :].split("\n\n")[0]
    rows = TABLE.findall(block)
    assert len(rows) == 4
    for names, statements, cells in rows:
        for strategy in str(names).replace("`", "").split(", "):
            exact = formulas.cost(point, CALLED.get(strategy) or strategy)
            assert [eval(each, values(point)) for each in (statements, cells)] == [exact.statements, exact.rows], (
                strategy
            )


def test_bytes_on_the_page_are_those_of_the_laboratory() -> None:
    match = re.search(r"transfer `(.+?)` bytes", PAGE)
    assert match
    for point in (Point(), Point(parents=1000), Point(parents=1000, parent_bytes=WIDE)):
        batches = list(PLANS["selectinload"](Sizes(point)))
        told = sum(
            eval(match[1], {"N": batch.statements, "K": batch.parameters, "R": batch.rows, "W": batch.columns})
            for batch in batches
        )
        assert told == pytest.approx(formulas.cost(point, "selectinload").bytes, rel=check.NEAR)


def test_published_claims_hold() -> None:
    many, pair, few = Point(parents=10000), Point(kind="siblings", children=30), Point(parents=1)
    wide, far, near = Point(parents=1000, parent_bytes=WIDE), Point(rtt=10), loader_advice.SINGLE

    def times(point: Point, one: str, other: str, value: str = "wall_ms") -> float:
        return loader_advice.times(FOUND, point, one, other, value)

    assert loader_advice.figure(FOUND, many, "selectinload", "statements") == 21
    assert loader_advice.figure(FOUND, pair, "joinedload", "rows") == 90_000
    assert loader_advice.figure(FOUND, pair, "selectinload", "rows") == 6_100
    assert times(pair, "joinedload", "selectinload") > 3
    assert times(wide, "joinedload", "selectinload", "bytes") > 5
    assert times(few, "joinedload", "selectinload") < 1 / findings.NEAR
    assert times(far, "joinedload", "selectinload") < 1 / findings.NEAR
    for children, is_cheaper in {1: True, 3: True, 30: False}.items():
        assert (times(Point(children=children), "joinedload", "selectinload") < 1) is is_cheaper
    for children, is_cheaper in {1: True, 3: False, 10: False}.items():
        assert (times(Point(kind="siblings", children=children), "joinedload", "selectinload") < 1) is is_cheaper
    for targets in (10, 100, 1000):
        point = Point(kind="many-to-one", parents=near.parents, children=1, targets=targets)
        assert times(point, "joinedload", "selectinload") < 1
    for parents in (10, 100, 1000, 10000):
        assert times(Point(parents=parents), "lazy", "selectinload") > 2


def test_round_trips_are_those_of_the_clock() -> None:
    base = FOUND["clock"]["0"]
    for rtt, ms in FOUND["clock"].items():
        assert ms - base == pytest.approx(float(rtt), abs=1)


def test_model_is_published_with_its_error() -> None:
    for database in ("postgresql", "sqlite"):
        errors = model.errors(FOUND, database)
        assert set(errors) == set(STRATEGIES)
        assert all(f"{got['worst']:+.0%}" in PAGE for got in errors.values())


def test_crossing_lines_are_told() -> None:
    figure = figures.Figure("x", "X", "users", ((1, Point(parents=1)), (10, Point(parents=10))), ("a", "b"))

    def told(one: list[float]) -> str:
        points = {
            point.name: {"strategies": {"a": {"wall_ms": ms}, "b": {"wall_ms": 10.0}}}
            for (_, point), ms in zip(figure.points, one, strict=True)
        }
        return findings.compared({"points": points}, figure, "a", "b")

    assert told([5, 20]) == "`a` is below `b` at 1, and above it at 10."
    assert told([5, 10]) == "`a` is below `b` at 1. At 10 they are within a tenth of each other."
    assert told([20, 30]) == "`a` is above `b` at 1 and 10."
    assert told([10, 10.5]) == "`a` and `b` are within a tenth of each other everywhere."


def test_plots_in_git_are_those_of_the_results() -> None:
    from scripts.bench import plots

    stale = [name for name, text in plots.drawn(FOUND).items() if (BENCH.parent / name).read_text("utf-8") != text]
    fail_with(
        [f"{BENCH.parent}/{name}:1: not drawn from the results: python3 -m scripts bench --plots" for name in stale]
    )


@pytest.fixture(scope="module")
def small() -> Iterator[Laboratory]:
    """A laboratory on SQLite."""
    servers = Servers()
    with laboratory("2.1", "sqlite", servers) as rooms:
        assert rooms
        yield rooms
    servers.close()


@pytest.mark.parametrize(
    "point",
    [point for point in quick_points() if point.database == "sqlite" and point.parents <= 40],
    ids=lambda point: point.name,
)
def test_small_point_is_what_the_formulas_say(point: Point, small: Laboratory) -> None:
    fail_with(check.problems(point, small.exact(point)))


def test_strategies_that_reach_other_objects_are_refused(small: Laboratory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scripts.bench.laboratory.strategies", lambda point: ("selectinload", "contains_eager"))
    with pytest.raises(ToolError, match="the strategies reached different objects"):
        small.exact(Point(database="sqlite", parents=9, children=3, limit=4))


@pytest.mark.timed
def test_proxy_counts_and_delays() -> None:
    with tempfile.TemporaryDirectory() as directory, socket.socket(socket.AF_UNIX) as listener:
        path = str(Path(directory, "echo"))
        listener.bind(path)
        listener.listen()
        proxy = Proxy(path)
        echo = threading.Thread(target=_echo, args=(listener,), daemon=True)
        echo.start()
        with socket.create_connection(("127.0.0.1", proxy.port)) as client:
            for one_way in (0, 0.02):
                proxy.one_way, before, start = one_way, proxy.bytes, time.monotonic()
                client.sendall(b"12345")
                assert client.recv(9) == b"12345"
                assert proxy.bytes - before == 10
                assert 2 * one_way <= time.monotonic() - start < 2 * one_way + 0.2
        echo.join(5)
        proxy.close()


def _echo(listener: socket.socket) -> None:
    connection, _ = listener.accept()
    with connection:
        while data := connection.recv(99):
            connection.sendall(data)


@pytest.fixture
def unfinished(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where an interrupted run's figures are, empty."""
    path = tmp_path / "bench.json"
    monkeypatch.setattr(results, "UNFINISHED", path)
    monkeypatch.setattr(results.save, "__defaults__", (path,))
    return path


def test_interrupted_run_goes_on(unfinished: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def measured(rooms: Laboratory, point: Point) -> dict[str, Any]:
        if len(asked) == 2:
            raise KeyboardInterrupt
        asked.append(point.name)
        return {"point": point.asdict(), "strategies": {}}

    three = [Point(database="sqlite", parents=n) for n in (1, 2, 3)]
    monkeypatch.setattr(bench, "all_points", lambda: three)
    monkeypatch.setattr(bench, "measured", measured)
    monkeypatch.setattr(Servers, "_start_postgres", _no_postgres)
    with pytest.raises(KeyboardInterrupt):
        bench.main([])
    assert list(results.load(unfinished)["points"]) == [point.name for point in three[:2]]
    asked.clear()
    assert bench.main([]) == 1
    assert asked == [three[2].name]


def _no_postgres(servers: Servers) -> str:
    raise OSError("no such program")


def test_missing_postgres_is_said(
    unfinished: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bench, "all_points", list)
    monkeypatch.setattr(Servers, "_start_postgres", _no_postgres)
    before = BENCH.read_bytes()
    assert bench.main([]) == 1
    said = capsys.readouterr().out
    assert "bench: PostgreSQL is not there (postgresql: OSError: no such program); only SQLite is measured" in said
    assert BENCH.read_bytes() == before


def test_results_of_other_versions_are_not_mixed(unfinished: Path) -> None:
    begun = results.new({"postgresql": "PostgreSQL 18"})
    begun["versions"]["sqlalchemy"] = "2.1.0"
    results.save(begun, unfinished)
    with pytest.raises(ToolError, match=r"begun with other versions \(sqlalchemy 2\.1\.0 then, .* now\)"):
        results.resumed({"postgresql": "PostgreSQL 18"}, again=False)
    assert results.resumed({"postgresql": "PostgreSQL 18"}, again=True)["points"] == {}


def test_broken_results_are_named(tmp_path: Path) -> None:
    (tmp_path / "results.json").write_text("{")
    with pytest.raises(ToolError, match=r"results\.json:1: no results can be read .* scripts bench --again"):
        results.load(tmp_path / "results.json")
