"""The advice that everybody repeats, held against the benchmark: where it holds, where it fails, with numbers."""

from dataclasses import replace

from scripts.bench import results
from scripts.bench.findings import number
from scripts.bench.points import WIDE, Point
from scripts.bench.results import Results

BASE = Point()
SINGLE = Point(kind="many-to-one", parents=1000, children=1)
UPSTREAM = "https://docs.sqlalchemy.org/en/21/orm/queryguide/relationships.html#what-kind-of-loading-to-use"


def figure(found: Results, point: Point, strategy: str, value: str = "wall_ms") -> float:
    """One measured figure."""
    return found["points"][point.name]["strategies"][strategy][value]


def times(found: Results, point: Point, one: str, other: str, value: str = "wall_ms") -> float:
    """How many times ``other``'s figure ``one``'s is."""
    return figure(found, point, one, value) / figure(found, point, other, value)


def render(key: str) -> str:
    """The table of the page ``key``: advice, where it holds, where it does not."""
    found = results.load()
    rows = [collections(found), two_queries(found), singles(found), one_query(found), per_object(found)]
    lines = ["| The advice | Holds | Does not hold |", "|---|---|---|"]
    return "\n".join(lines + [f"| {' | '.join(row)} |" for row in rows])


def collections(found: Results) -> tuple[str, str, str]:
    slower = times(found, Point(kind="siblings", children=30), "joinedload", "selectinload")
    wider = times(found, Point(parents=1000, parent_bytes=WIDE), "joinedload", "selectinload", "bytes")
    far = times(found, replace(BASE, rtt=10), "joinedload", "selectinload")
    return (
        f"selectinload for collections <small>common, [SQLAlchemy]({UPSTREAM})</small>",
        f"two collections of 30: joinedload takes [{number(slower)} times as long](benchmark.md#siblings); "
        f"wide users: {number(wider)} times [the bytes](benchmark.md#width)",
        f"a far database: at 10 ms, joinedload takes [{number(far)} of the time](benchmark.md#round-trip); "
        "a [stream on asyncmy or aiomysql](selectinload.md#stream) ends early",
    )


def two_queries(found: Results) -> tuple[str, str, str]:
    most = replace(BASE, parents=10000)
    statements = figure(found, most, "selectinload", "statements")
    return (
        "… “it runs two queries” <small>common</small>",
        f"up to 500 users: [{figure(found, BASE, 'selectinload', 'statements')} for 100](benchmark.md#formulas)",
        f"10,000 users: [{statements} statements](benchmark/shows-counting.py)",
    )


def singles(found: Results) -> tuple[str, str, str]:
    wider = times(found, replace(SINGLE, targets=10, parent_bytes=WIDE), "joinedload", "selectinload", "bytes")
    near = replace(SINGLE, targets=1000)
    return (
        f"joinedload for many-to-one <small>common, [SQLAlchemy]({UPSTREAM})</small>",
        f"1,000 posts of 1,000 users: selectinload takes [{number(times(found, near, 'selectinload', 'joinedload'))} "
        "times as long](benchmark.md#targets)",
        f"few wide users: 1,000 posts of 10 users with 2 kB each transfer "
        f"{number(wider)} times [the bytes](benchmark.md#formulas); "
        "[`FOR UPDATE` on PostgreSQL](joinedload.md#refused) is refused",
    )


def one_query(found: Results) -> tuple[str, str, str]:
    pair = Point(kind="siblings", children=30)
    rows = [figure(found, pair, strategy, "rows") for strategy in ("joinedload", "selectinload")]
    return (
        "… “a single query with a JOIN” <small>common</small>",
        "always one, [a LEFT OUTER JOIN](joinedload.md#sql)",
        "a collection needs [unique()](joinedload.md#unique), and [a subquery for LIMIT](joinedload.md#limit); "
        "two collections of 30 for 100 users are "
        f"[{rows[0]:,} rows, and {rows[1]:,}](benchmark.md#sibling-rows) with selectinload",
    )


def per_object(found: Results) -> tuple[str, str, str]:
    held = replace(SINGLE, targets=1000, held=True)
    far = Point(parents=1000, rtt=10)
    return (
        "never one statement per object <small>common</small>",
        f"1,000 users at 10 ms: [{number(times(found, far, 'lazy', 'selectinload'))} times](benchmark.md#round-trip) "
        "the time of selectinload",
        f"the session holds the targets: [{figure(found, held, 'immediateload', 'statements')} statement]"
        f"(immediateload.md), and {figure(found, held, 'selectinload', 'statements')} with selectinload",
    )
