"""How good the estimate of the time is, on the points that it was not fitted to."""

from scripts.bench import model, results
from scripts.bench.figures import name
from scripts.bench.points import STRATEGIES

UNITS = {"statement": "statement", "row": "row", "kilobyte": "kilobyte", "object": "object"}


def render(key: str) -> str:
    """A table per database: what the model costs, and a row per strategy with its error."""
    found = results.load()
    return "\n\n".join(_database(found, database) for database in ("postgresql", "sqlite"))


def _database(found: results.Results, database: str) -> str:
    per = model.fit(found, database).per
    costs = ", ".join(f"{value * 1000:.3g} µs per {unit}" for unit, value in per.items() if value)
    errors = model.errors(found, database)
    title = {"postgresql": "PostgreSQL", "sqlite": "SQLite"}[database]
    lines = [
        f"**{title}**: {costs}.",
        "",
        "| Strategy | Points | Half are within | Furthest off | Where |",
        "|---|---|---|---|---|",
    ]
    for strategy in STRATEGIES:
        if strategy in errors:
            got = errors[strategy]
            lines.append(
                f"| {name(strategy)} | {got['points']} | {got['median']:.0%} | {got['worst']:+.0%} | "
                f"<small>{got['where'].name}</small> |"
            )
    return "\n".join(lines)
