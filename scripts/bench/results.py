"""The results file: one, in git, of one machine and one set of versions; and the one that is still being made."""

import json
import os
import platform
import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from scripts.bench.points import Point
from scripts.bootstrap import ToolError
from scripts.paths import BENCH, CACHE, ROOT
from scripts.runner.cells import pins

UNFINISHED = CACHE / "bench.json"
PACKAGES = ("sqlalchemy", "asyncpg", "aiosqlite", "greenlet")

Results = dict[str, Any]


def versions(servers: dict[str, str]) -> dict[str, str]:
    """What the figures depend on, apart from the machine."""
    locked = {name: pins("2.1")[name] for name in PACKAGES}
    return {
        "python": platform.python_version(),
        **locked,
        "sqlite": sqlite3.sqlite_version,
        "postgresql": servers.get("postgresql", "none"),
    }


def machine() -> dict[str, Any]:
    """Where the times come from."""
    return {"processor": _processor(), "cores": os.cpu_count(), "system": platform.system()}


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.machine()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith(("model name", "Model"))]
    return names[0] if names else platform.machine()


def new(servers: dict[str, str]) -> Results:
    """Results without a point."""
    return {
        "date": f"{datetime.now(UTC):%Y-%m-%d}",
        "machine": machine(),
        "versions": versions(servers),
        "clock": {},
        "points": {},
    }


def load(path: Path = BENCH) -> Results:
    """The results in git.

    Raises:
        ToolError: the file is missing or no JSON.
    """
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        shown = path.relative_to(ROOT) if path.is_relative_to(ROOT) else path
        raise ToolError(
            f"{shown}:1: no results can be read ({error}): restore the file with git checkout, or measure with "
            "python3 -m scripts bench --again"
        ) from error


def resumed(servers: dict[str, str], again: bool) -> Results:
    """The unfinished results, or new ones.

    Raises:
        ToolError: what was begun has other versions or another machine; the two are never mixed.
    """
    fresh = new(servers)
    if again or not UNFINISHED.is_file():
        return fresh
    begun = load(UNFINISHED)
    for name in ("versions", "machine"):
        if begun[name] != fresh[name]:
            raise ToolError(
                f".cache/bench.json was begun with other {name} ({_differing(begun[name], fresh[name])}): they are "
                "never mixed. Start anew with python3 -m scripts bench --again"
            )
    return begun


def _differing(old: dict[str, Any], now: dict[str, Any]) -> str:
    return ", ".join(
        f"{name} {old.get(name)} then, {value} now" for name, value in now.items() if old.get(name) != value
    )


def save(results: Results, path: Path = UNFINISHED) -> None:
    """Write ``results`` whole: a run that is interrupted leaves the old file or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    lines = json.dumps({**results, "points": {}}, indent=1).removesuffix('"points": {}\n}')
    points = [f"  {json.dumps(name)}: {json.dumps(value)}" for name, value in sorted(results["points"].items())]
    part.write_text(lines + '"points": {\n' + ",\n".join(points) + "\n }\n}\n", encoding="utf-8")
    part.replace(path)


def finish(results: Results) -> None:
    """Make what was measured the results in git."""
    save(results, BENCH)
    UNFINISHED.unlink(missing_ok=True)


def points(results: Results, **wanted: Any) -> list[tuple[Point, dict[str, dict[str, Any]]]]:
    """The points whose fields have the ``wanted`` values, each with its figures by strategy."""
    found = [(Point(**entry["point"]), entry["strategies"]) for entry in results["points"].values()]
    return [(point, figures) for point, figures in found if all(getattr(point, k) == v for k, v in wanted.items())]
