"""The figures of the benchmark page: each a plot, what it shows, and its data as a table."""

from scripts.bench import results
from scripts.bench.figures import Figure, all_figures, name
from scripts.bench.findings import alternative, finding, number


def render(key: str) -> str:
    """All figures, for the page ``key``."""
    found = results.load()
    folder = key.rpartition("/")[2]
    return "\n\n".join(_figure(found, figure, folder) for figure in all_figures())


def _figure(found: results.Results, figure: Figure, folder: str) -> str:
    alt = alternative(found, figure)
    return "\n\n".join(
        [
            f"### {figure.title} {{#{figure.name}}}",
            finding(found, figure),
            f"![{alt}]({folder}/{figure.file('light')}#only-light){{ loading=lazy width=720 height=420 }}\n"
            f"![{alt}]({folder}/{figure.file('dark')}#only-dark){{ loading=lazy width=720 height=420 }}",
            _table(found, figure),
        ]
    )


def _table(found: results.Results, figure: Figure) -> str:
    heads = [figure.axis, *(name(strategy) for strategy in figure.strategies)]
    lines = [f"| {' | '.join(heads)} |", "|---" * len(heads) + "|"]
    for x, point in figure.points:
        cells = [_cell(figure, figure.at(found, point, strategy)) for strategy in figure.strategies]
        lines.append(f"| {x:,g} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _cell(figure: Figure, got: dict[str, float]) -> str:
    """The value; of a time, also the fastest and the slowest run."""
    if figure.value != "wall_ms":
        return f"{got[figure.value]:,}"
    return f"{number(got['wall_ms'])} <small>{number(got['fastest_ms'])}–{number(got['slowest_ms'])}</small>"
