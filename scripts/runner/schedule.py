"""Run many programs on many cells at once: one worker a core, each with its own preloaded parents."""

import os
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor

from scripts.runner.cells import SERIES, Cell, python_of
from scripts.runner.execution import Result, run
from scripts.runner.forks import ForkServer
from scripts.runner.programs import Program
from scripts.runner.servers import Servers

Run = tuple[str, Cell]


class Schedule:
    """The runs of one test session; a run that cannot be made (no server) has no result."""

    def __init__(self, is_plain: Callable[[Program, Cell], bool]) -> None:
        self.servers = Servers()
        self._is_plain = is_plain
        self._local = threading.local()
        self._forks: list[ForkServer] = []
        self._pool = ThreadPoolExecutor(max_workers=max(2, os.cpu_count() or 2))
        self._results: dict[Run, Future[Result | None]] = {}

    def start(self, runs: Iterable[tuple[Program, Cell]]) -> None:
        """Begin all runs; environments are made first, one after the other."""
        wanted = list(runs)
        for environment in dict.fromkeys(cell.environment for _, cell in wanted):
            python_of(environment)
        for program, cell in wanted:
            self._results.setdefault((program.name, cell), self._pool.submit(self._run, program, cell))

    def result(self, program: Program, cell: Cell) -> Result | None:
        """Wait for one run; None if its server is not there."""
        return self._results[program.name, cell].result()

    def close(self) -> None:
        """End the parents and the servers."""
        self._pool.shutdown(cancel_futures=True)
        for fork in self._forks:
            fork.close()
        self.servers.close()

    def _run(self, program: Program, cell: Cell) -> Result | None:
        if not self.servers.has(cell):
            return None
        plain = cell.environment not in SERIES or self._is_plain(program, cell)
        fork = None if plain else self._fork(cell.environment, program.uses_frameworks)
        return run(program, cell, self.servers, fork)

    def _fork(self, environment: str, frameworks: bool) -> ForkServer | None:
        if not hasattr(os, "fork"):
            return None
        mine: dict[str, ForkServer] = self._local.__dict__
        name = f"{environment} {frameworks}"
        if name not in mine:
            mine[name] = ForkServer(environment, frameworks)
            self._forks.append(mine[name])
        return mine[name]
