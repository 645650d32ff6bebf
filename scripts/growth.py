"""The site with more pages, or fewer, than it has: what a build takes, and what grows faster than the pages do."""

import json
import math
import os
import re
import shutil
import statistics
import subprocess
import sys
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path

import brotli

from scripts import builder, changes, keys
from scripts.bootstrap import ToolError
from scripts.finish import STEPS
from scripts.paths import MOVED, ROOT

GROUP = 20  # pages of a section: more would be one list in the navigation
MODELS = ("lazy-relationship", "expired-after-commit", "response-serialization", "server-generated-value")
# Slightly more than linear is the noise of a machine that does other things.
MOST = 1.2
# A section that has lost its last page.
EMPTY = re.compile(r"^  - [\w ]+:\n(?!      )", re.MULTILINE)
LEAST = 0.1  # of a second: below it a clock tells nothing


@dataclass
class Size:
    """What a build of so many pages took and made: name of a figure -> figure."""

    pages: int
    figures: dict[str, float] = field(default_factory=dict)


def prepare(directory: Path, pages: int) -> None:
    """Make a copy of the project with so many pages: copies of cause pages, in groups of their own."""
    for name in ("docs", "snippets", "scripts"):
        shutil.copytree(ROOT / name, directory / name, symlinks=True, ignore=shutil.ignore_patterns("__pycache__"))
    docs, there = directory / "docs", keys.pages(directory / "docs")
    configuration = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    spared = [key for key in there if key.endswith("index") or key == changes.PAGE]  # the build itself needs them
    for key in [each for each in there if each not in spared][: max(0, len(there) - pages)]:
        keys.page(key, docs).unlink()
        configuration = re.sub(rf"^ *- (?:[\w ]+: )?{re.escape(key)}\.md\n", "", configuration, flags=re.MULTILINE)
    configuration = EMPTY.sub("", configuration)
    _drop_moves(directory / MOVED.relative_to(ROOT), set(there) - set(keys.pages(docs)))
    names = [f"grown-{number:04}" for number in range(max(0, pages - len(there)))]
    for number, name in enumerate(names):
        model = keys.page(f"causes/{MODELS[number % len(MODELS)]}")
        text = re.sub(r"^# (.*?) \{#", rf"# \1, {name} {{#", model.read_text(encoding="utf-8"), flags=re.MULTILINE)
        keys.page(f"causes/{name}", docs).write_text(text, encoding="utf-8")
    (directory / "mkdocs.yml").write_text(configuration + _navigation(names), encoding="utf-8")


def _drop_moves(file: Path, gone: set[str]) -> None:
    """Leave out what leads to a page that is not there, or was on it."""
    away = tuple(f"/{keys.url(key)}" for key in gone)
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not any(part.startswith(away) for part in line.split())]
    file.write_text("".join(kept), encoding="utf-8")


def _navigation(names: list[str]) -> str:
    lines = ["  - Grown:\n"] if names else []
    for start in range(0, len(names), GROUP):
        lines += [f"      - Group {start // GROUP + 1}:\n"]
        lines += [f"          - causes/{name}.md\n" for name in names[start : start + GROUP]]
    return "".join(lines)


def measure(directory: Path, pages: int) -> Size:
    """Build the copy in ``directory``, and take its measures."""
    site, size = directory / "site", Size(pages)
    started = _spent()
    command = builder.command("build", "--no-strict", "--clean", "--quiet", "--site-dir", str(site))
    _run(command, directory, pages)
    size.figures["MkDocs, CPU s"] = _spent() - started
    # The copy's own steps: they take its pages from the folder that they lie in.
    size.figures |= json.loads(_run([sys.executable, "-m", "scripts.growth", str(site)], directory, pages))
    size.figures["build, CPU s"] = sum(size.figures.values())
    size.figures |= _weights(site, keys.pages(directory / "docs"))
    return size


def _run(command: list[str], directory: Path, pages: int) -> str:
    """What a command says that builds the copy."""
    environment = {**builder.environment(), "PYTHONPATH": str(directory)}
    done = subprocess.run(command, cwd=directory, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise ToolError(f"{pages} pages were not built:\n{done.stderr[-2000:]}")
    return done.stdout


def finish(site: Path) -> dict[str, float]:
    """Take every step after the builder; what each took."""
    took = {}
    for step in STEPS:
        started = _spent()
        import_module(f"scripts.finish.{step}").run(site)
        took[f"{step}, CPU s"] = _spent() - started
    return took


def _spent() -> float:
    """Seconds of a processor that this process and its children took: what else the machine does is not in it."""
    return sum(os.times()[:4])


def _weights(site: Path, pages: list[str]) -> dict[str, float]:
    html = [(site / keys.url(key) / "index.html").read_bytes() for key in pages]  # no redirects
    index = (site / "search" / "search_index.json").read_bytes()
    whole = sum(path.stat().st_size for path in site.rglob("*") if path.is_file())
    return {
        "HTML of a page, kB": statistics.median(map(len, html)) / 1000,
        "the same, brotli, kB": statistics.median(len(brotli.compress(each, quality=5)) for each in html) / 1000,
        "search index, kB": len(index) / 1000,
        "the same, brotli 5, kB": len(brotli.compress(index, quality=5)) / 1000,
        "site, MB": whole / 1_000_000,
    }


def exponents(sizes: list[Size]) -> dict[str, float]:
    """How each figure grows with the pages from the first size to the last: 1 is linear, 0 does not grow."""
    first, last = sizes[0], sizes[-1]
    ratio = math.log(last.pages / first.pages)
    floored = {name: (max(first.figures[name], LEAST), max(last.figures[name], LEAST)) for name in first.figures}
    return {name: math.log(after / before) / ratio for name, (before, after) in floored.items()}


def bending(sizes: list[Size]) -> list[str]:
    """The figures that grow faster than the pages, the fastest first."""
    grown = exponents(sizes)
    return sorted((name for name in grown if grown[name] > MOST), key=lambda name: -grown[name])


def table(sizes: list[Size]) -> str:
    """The figures as a Markdown table, a column per size, and how each grows."""
    grown = exponents(sizes)
    heads = [f"{size.pages} pages" for size in sizes]
    lines = [f"| Figure | {' | '.join(heads)} | grows as |", f"|---|{'---|' * len(heads)}---|"]
    for name in sizes[0].figures:
        row = [_shown(size.figures[name]) for size in sizes]
        lines.append(f"| {name} | {' | '.join(row)} | pages^{grown[name]:.1f} |")
    return "\n".join(lines)


def _shown(figure: float) -> str:
    return f"{figure:,.0f}" if figure >= 100 else f"{figure:.1f}"


if __name__ == "__main__":
    print(json.dumps(finish(Path(sys.argv[1]))))
