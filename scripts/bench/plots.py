"""Draw the figures as SVG, for the light and for the dark palette."""

import io
from pathlib import Path
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Canvas

from scripts.bench.figures import Figure, all_figures, name
from scripts.bench.results import Results

# Each strategy has a colour, a marker and a dash, so that a plot can be read without colours.
LOOKS = {
    "lazy": ("#a5371a", "#ff9b7d", "o", "-"),
    "selectinload": ("#0a6a50", "#74d7b2", "s", "-"),
    "joinedload": ("#2b4c9b", "#93b4ff", "^", "-"),
    "subqueryload": ("#7a3b8f", "#d8a6ea", "D", "--"),
    "core": ("#5c6963", "#93a39c", "v", ":"),
}
INK = {"light": "#17221e", "dark": "#e4ebe8"}
LINE = {"light": "#d9e0dc", "dark": "#2b3b35"}
# Text stays text, which the reader's browser sets; equal results give equal bytes.
SETTINGS: dict[Any, Any] = {
    "svg.fonttype": "none",
    "svg.hashsalt": "missinggreenlet",
    "font.family": "sans-serif",
    "font.size": 11,
}


def drawn(results: Results) -> dict[str, str]:
    """File name -> SVG, of every figure in both palettes."""
    return {figure.file(scheme): draw(results, figure, scheme) for figure in all_figures() for scheme in INK}


def draw(results: Results, figure: Figure, scheme: str) -> str:
    """One plot as SVG."""
    with mpl.rc_context(SETTINGS):
        canvas = Canvas(figsize=(7.2, 4.2), layout="constrained")
        axes = canvas.add_subplot()
        for strategy in figure.strategies:
            _line(axes, results, figure, strategy, scheme)
        _frame(axes, figure, scheme)
        target = io.StringIO()
        canvas.savefig(target, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
    return "\n".join(line.rstrip() for line in target.getvalue().splitlines()) + "\n"


def _line(axes: Axes, results: Results, figure: Figure, strategy: str, scheme: str) -> None:
    light, dark, marker, dash = LOOKS[strategy]
    colour = light if scheme == "light" else dark
    xs, ys = zip(*figure.line(results, strategy), strict=True)
    axes.plot(xs, ys, dash, color=colour, marker=marker, linewidth=1.8, label=name(strategy))


def _frame(axes: Axes, figure: Figure, scheme: str) -> None:
    ink = INK[scheme]
    if figure.logarithmic:
        axes.set_xscale("log")
        axes.set_yscale("log")
    axes.set_xlabel(figure.axis, color=ink)
    axes.set_ylabel(figure.unit, color=ink)
    axes.set_xticks([x for x, _ in figure.points], [f"{x:,g}" for x, _ in figure.points])
    axes.minorticks_off()
    axes.tick_params(colors=ink)
    axes.yaxis.set_major_formatter(lambda value, _: f"{value:,g}")
    axes.grid(color=LINE[scheme], linewidth=0.8)
    axes.set_axisbelow(True)
    for side, spine in axes.spines.items():
        spine.set_visible(side in ("left", "bottom"))
        spine.set_color(LINE[scheme])
    axes.legend(frameon=False, labelcolor=ink, fontsize=10)


def write(results: Results, folder: Path) -> list[str]:
    """Write the plots that differ from those in ``folder``; return their names."""
    changed = []
    for file, text in drawn(results).items():
        path = folder / file
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            changed.append(file)
    return changed
