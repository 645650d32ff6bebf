"""Measure what every loading strategy costs (40 minutes); --quick holds the exact figures against the formulas."""

import argparse
import os
import sys
from typing import Any

from tqdm import tqdm

from scripts import generated
from scripts.bench import check, results
from scripts.bench.grid import all_points, quick_points
from scripts.bench.laboratory import DRIVER, Laboratory, laboratory
from scripts.bench.points import Point
from scripts.bootstrap import ToolError
from scripts.paths import BENCH, ROOT
from scripts.runner.cells import SERIES, Cell
from scripts.runner.servers import Servers

ROUND_TRIPS = (0, 1, 10)


def main(argv: list[str]) -> int:
    """Measure; go on where an interrupted run stopped."""
    parser = argparse.ArgumentParser(prog="python3 -m scripts bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="count small points on both series, and time nothing")
    parser.add_argument("--again", action="store_true", help="throw away what an interrupted run measured")
    parser.add_argument("--plots", action="store_true", help="only draw the plots of the results in git anew")
    options = parser.parse_args(argv)
    if options.plots:
        return draw()
    servers = Servers()
    try:
        return quick(servers) if options.quick else whole(servers, options.again)
    finally:
        servers.close()


def quick(servers: Servers) -> int:
    """Hold statements, rows, objects and bytes against the formulas; return 1 if any differs."""
    found: list[str] = []
    for series in SERIES:
        for database in DRIVER:
            wanted = [point for point in quick_points() if point.database == database and fits(point, series)]
            with laboratory(series, database, servers) as rooms:
                if rooms is None:
                    print(without(servers))
                    continue
                for point in tqdm(wanted, desc=f"{series} {database}", disable=None):
                    found += [f"{series}: {each}" for each in check.problems(point, rooms.exact(point))]
    print("\n".join(found) or "every figure is what the formulas say")
    # A machine of one's own may lack PostgreSQL; CI must not.
    return bool(found or (servers.missing and os.environ.get("CI")))


def whole(servers: Servers, again: bool) -> int:
    """Measure every point on the latest series, and write the results file when all are there."""
    if not servers.has(Cell(SERIES[-1], DRIVER["postgresql"])):
        print(without(servers))
    done = results.resumed(servers.versions, again)
    for database in DRIVER:
        with laboratory(SERIES[-1], database, servers) as rooms:
            if rooms:
                measure_all(rooms, database, done)
    if servers.missing:
        print("The results in git stay as they are: PostgreSQL's figures are missing from these.")
        return 1
    results.finish(done)
    print(f"wrote {BENCH.relative_to(ROOT)}")
    return draw()


def draw() -> int:
    """Draw the plots of the results in git, and bring the pages up to date."""
    # Only here: the library takes a second to load.
    from scripts.bench import plots

    for name in [*plots.write(results.load(), BENCH.parent), *generated.write()]:
        print(f"wrote {name}")
    return 0


def measure_all(rooms: Laboratory, database: str, done: results.Results) -> None:
    """Add to ``done`` the points of a database that it lacks, one by one."""
    if rooms.proxy:
        done["clock"] = {f"{rtt:g}": rooms.round_trip(rtt) for rtt in ROUND_TRIPS}
    wanted = [point for point in all_points() if point.database == database and point.name not in done["points"]]
    for point in tqdm(wanted, desc=database, file=sys.stdout, disable=None):
        done["points"][point.name] = measured(rooms, point)
        results.save(done)


def measured(rooms: Laboratory, point: Point) -> dict[str, Any]:
    """One point's figures.

    Raises:
        ToolError: an exact figure is not what its formula says: times of other work are worth nothing.
    """
    exact = rooms.exact(point)
    if wrong := check.problems(point, exact):
        raise ToolError("\n  ".join(wrong))
    timed = rooms.timed(point)
    return {"point": point.asdict(), "strategies": {name: exact[name] | timed[name] for name in exact}}


def fits(point: Point, series: str) -> bool:
    """Whether a series has what a point uses: ``chunksize`` came with 2.1."""
    return point.chunk == 500 or series != "2.0"


def without(servers: Servers) -> str:
    """The sentence for a database that is not there."""
    why = "; ".join(f"{name}: {reason}" for name, reason in servers.missing.items())
    return f"bench: PostgreSQL is not there ({why}); only SQLite is measured"
