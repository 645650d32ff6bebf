"""The laboratory's other side: it starts the worker, the database and the proxy, and gives the orders."""

import json
import os
import random
import statistics
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from scripts.bench.points import Point, strategies
from scripts.bench.proxy import Proxy
from scripts.bootstrap import ToolError
from scripts.paths import ROOT
from scripts.runner.cells import Cell, python_of
from scripts.runner.servers import Servers

DRIVER = {"sqlite": "aiosqlite", "postgresql": "asyncpg"}
FEWEST, MOST, ENOUGH_MS = 3, 9, 6000  # timed runs of each strategy; fewer where they take longer


class Laboratory:
    """One database, and the process that works on it."""

    def __init__(self, series: str, urls: dict[str, str], proxy: Proxy | None) -> None:
        self.proxy = proxy
        command = [str(python_of(series)), "-m", "scripts.bench.worker"]
        environment = {**os.environ, "PYTHONHASHSEED": "0"}
        self._process = subprocess.Popen(
            command, cwd=ROOT, env=environment, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._write(urls)
        self._counted = "proxy" if proxy else "direct"

    def close(self) -> None:
        """End the worker."""
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                pipe.close()
        self._process.wait()

    def exact(self, point: Point) -> dict[str, dict[str, int]]:
        """Strategy -> statements, rows, objects, and where there is a wire, bytes.

        Raises:
            ToolError: two strategies did not do the same work.
        """
        self._order("fill", point=point.asdict())
        found = {strategy: self._count(strategy) for strategy in strategies(point)}
        sums = {figures.pop("sum") for figures in found.values()}
        if len(sums) > 1:
            raise ToolError(f"bench: at {point.name} the strategies reached different objects: {found}")
        return found

    def timed(self, point: Point) -> dict[str, dict[str, Any]]:
        """Strategy -> wall and CPU time of interleaved runs, and the peak of memory."""
        engine = "proxy" if point.rtt else "direct"
        self._delay(point.rtt)
        names = list(strategies(point))
        first = {name: self._order("time", strategy=name, engine=engine) for name in names}
        runs = int(ENOUGH_MS / sum(each["wall_ms"] for each in first.values()))
        times: dict[str, list[dict[str, float]]] = {name: [] for name in names}
        for number in range(max(FEWEST, min(MOST, runs))):
            for name in random.Random(number).sample(names, len(names)):
                times[name].append(self._order("time", strategy=name, engine=engine))
        self._delay(0)
        return {name: _summary(times[name]) | self._order("memory", strategy=name, engine="direct") for name in names}

    def round_trip(self, rtt: float) -> float:
        """What the smallest statement takes, in milliseconds, at a round trip of ``rtt``."""
        self._delay(rtt)
        taken = self._order("ping", engine="proxy" if rtt else "direct")["ms"]
        self._delay(0)
        return round(taken, 2)

    def _delay(self, rtt: float) -> None:
        if self.proxy:
            self.proxy.one_way = rtt / 2000

    def _count(self, strategy: str) -> dict[str, int]:
        self._order("count", strategy=strategy, engine=self._counted)
        before = self.proxy.bytes if self.proxy else 0
        self._order_on()
        transferred = self.proxy.bytes - before if self.proxy else 0
        figures = self._order_on()
        return {**figures, **({"bytes": transferred} if self.proxy else {})}

    def _order(self, do: str, **arguments: Any) -> dict[str, Any]:
        self._write({"do": do, **arguments})
        return self._read()

    def _order_on(self) -> dict[str, Any]:
        self._write({})
        return self._read()

    def _write(self, line: dict[str, Any]) -> None:
        assert self._process.stdin
        self._process.stdin.write(json.dumps(line) + "\n")
        self._process.stdin.flush()

    def _read(self) -> dict[str, Any]:
        assert self._process.stdout
        line = self._process.stdout.readline()
        if not line:
            raise ToolError("bench: the worker ended early; its traceback stands above")
        return json.loads(line)


def _summary(times: list[dict[str, float]]) -> dict[str, Any]:
    """Medians, and the fastest and slowest of the clock."""
    wall = [each["wall_ms"] for each in times]
    return {
        "runs": len(times),
        "wall_ms": round(statistics.median(wall), 3),
        "fastest_ms": round(min(wall), 3),
        "slowest_ms": round(max(wall), 3),
        "cpu_ms": round(statistics.median(each["cpu_ms"] for each in times), 3),
    }


@contextmanager
def laboratory(series: str, database: str, servers: Servers) -> Iterator[Laboratory | None]:
    """A laboratory for one database; None where its server is not there (``servers.missing`` says why)."""
    cell = Cell(series, DRIVER[database])
    if not servers.has(cell):
        yield None
        return
    with tempfile.TemporaryDirectory() as directory, servers.fresh(cell) as url:
        socket = parse_qs(urlsplit(url).query).get("host", [""])[0]
        proxy = Proxy(str(Path(socket, ".s.PGSQL.5432"))) if socket else None
        urls = {"direct": url or f"sqlite+aiosqlite:///{directory}/app.db"}
        if proxy:
            name = urlsplit(url).path.strip("/")
            urls["proxy"] = f"postgresql+asyncpg://postgres@127.0.0.1:{proxy.port}/{name}?ssl=disable"
        made = Laboratory(series, urls, proxy)
        try:
            yield made
        finally:
            made.close()
            if proxy:
                proxy.close()
