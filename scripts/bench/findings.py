"""What the figures show, in sentences made of the results: the benchmark page's claims, and each plot's alternative."""

from scripts.bench.figures import Figure, name
from scripts.bench.results import Results

NEAR = 1.1  # two times that differ by less are not told apart on one machine


def number(value: float) -> str:
    """A figure as a reader says it: more digits than the clock knows say nothing."""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 1 else f"{value:.2f}"


def ratio(results: Results, figure: Figure, one: str, other: str, place: int) -> float:
    """How often ``other``'s figure goes into that of ``one``, at a place on the axis."""
    _, point = figure.points[place]
    return figure.at(results, point, one)[figure.value] / figure.at(results, point, other)[figure.value]


def compared(results: Results, figure: Figure, one: str, other: str) -> str:
    """Where two strategies' lines cross."""
    found = [(x, ratio(results, figure, one, other, place)) for place, (x, _) in enumerate(figure.points)]
    less = [x for x, times in found if times < 1 / NEAR]
    more = [x for x, times in found if times > NEAR]
    if less and more:
        return f"`{one}` is below `{other}` at {listed(less)}, and above it at {listed(more)}."
    if less or more:
        word = "below" if less else "above"
        rest = [x for x, _ in found if x not in (less or more)]
        same = f" At {listed(rest)} they are within a tenth of each other." if rest else ""
        return f"`{one}` is {word} `{other}` at {listed(less or more)}.{same}"
    return f"`{one}` and `{other}` are within a tenth of each other everywhere."


def listed(values: list[float]) -> str:
    """The axis's values in words."""
    shown = [f"{value:,g}" for value in values]
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)


def finding(results: Results, figure: Figure) -> str:
    """What a figure shows."""
    others = [strategy for strategy in figure.strategies if strategy not in ("selectinload", "joinedload")]
    shown = [f"{name(each)} {number(ratio(results, figure, each, 'selectinload', -1))}" for each in others]
    x, _ = figure.points[-1]
    crossing = compared(results, figure, "joinedload", "selectinload")
    return f"{crossing} At {x:,g}, as a multiple of `selectinload`: {'; '.join(shown)}."


def alternative(results: Results, figure: Figure) -> str:
    """A plot in words, for who does not see it: each line's ends."""
    ends = []
    for strategy in figure.strategies:
        line = figure.line(results, strategy)
        ends.append(f"{name(strategy)} from {number(line[0][1])} to {number(line[-1][1])}")
    first, last = figure.points[0][0], figure.points[-1][0]
    return f"Plot of {figure.unit} against {figure.axis}, from {first:,g} to {last:,g}: {', '.join(ends)}."
