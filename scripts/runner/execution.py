"""Run one program on one cell, and say what happened."""

import json
import re
import signal
import subprocess
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from scripts.runner.cells import Cell, python_of
from scripts.runner.forks import INSIDE, ForkServer, bare_environ
from scripts.runner.programs import Program
from scripts.runner.servers import Servers

TIMEOUT = 60  # seconds; a program takes about one
NORMALISED = (
    (re.compile(r"\b0x[0-9a-f]{6,16}\b"), "0x…"),  # addresses
    (re.compile(r"%\(\d{9,} param\)s"), "%(… param)s"),  # addresses in the names of anonymous parameters
    (re.compile(r"\b\d+(\.\d+)? ?ms\b"), "… ms"),  # timings
    (re.compile(r"/\S+/site-packages/"), "…/site-packages/"),  # where an environment lies
)


@dataclass
class Result:
    """What one run did: exit status (negative for a signal), both streams, and the report of the last exception."""

    status: int
    stdout: str
    stderr: str
    report: dict[str, Any] = field(default_factory=dict)

    @property
    def timed_out(self) -> bool:
        """Whether the run was ended for taking too long."""
        return self.status == -signal.SIGALRM

    @property
    def exception(self) -> str:
        """The last exception as Python prints it, without frames; empty if there was none."""
        return self.report.get("text", "")

    @property
    def raised(self) -> str:
        """The class of the last exception, with its module; empty if there was none."""
        return self.report["chain"][0]["class"] if self.report else ""

    @property
    def codes(self) -> list[str]:
        """SQLAlchemy's codes along the chain, the last exception's first."""
        return [link["code"] for link in self.report.get("chain", []) if link["code"]]

    @property
    def entries(self) -> list[dict[str, Any]]:
        """The entries of the last exception, if it is a validation error."""
        return self.report["chain"][0]["entries"] if self.report else []

    @property
    def attribute(self) -> str | None:
        """The mapped attribute that was touched."""
        return self.report.get("attribute")


def normalise(text: str, directory: str) -> str:
    """Hide what differs from run to run: addresses, timings, and the temporary directory."""
    text = text.replace(f"{directory}/cwd/", "").replace(f"{directory}/program/", "").replace(directory, "…")
    for pattern, shown in NORMALISED:
        text = pattern.sub(shown, text)
    return text


def run(program: Program, cell: Cell, servers: Servers, fork: ForkServer | None) -> Result:
    """Run ``program`` on ``cell`` in an empty directory: as a fork, or as plain Python without one."""
    with tempfile.TemporaryDirectory() as directory, servers.fresh(cell) as address:
        home = Path(directory)
        for name in ("program", "cwd"):
            (home / name).mkdir()
        file = home / "program" / program.path.name
        file.write_text(program.with_database(address) if address else program.text, encoding="utf-8")
        places = {name: str(home / name) for name in ("stdout", "stderr", "report")}
        if fork:
            status = fork.run(program=str(file), directory=str(home / "cwd"), timeout=TIMEOUT, **places)
        else:
            status = _run_plain(cell, file, home / "cwd", places)
        return _result(status, directory, places)


def _result(status: int, directory: str, places: dict[str, str]) -> Result:
    out, err = (
        normalise(Path(places[name]).read_text(encoding="utf-8", errors="replace"), directory)
        for name in ("stdout", "stderr")
    )
    report = Path(places["report"])
    told = report.read_text(encoding="utf-8") if report.is_file() else ""
    described = json.loads(told) if told else {}
    for key in ("text", "attribute"):
        if described.get(key):
            described[key] = normalise(described[key], directory)
    return Result(status, out, err, described)


def _run_plain(cell: Cell, file: Path, directory: Path, places: dict[str, str]) -> int:
    environ = bare_environ() | {"PYTHONPATH": str(INSIDE), "SNIPPET_REPORT": places["report"]}
    command = [str(python_of(cell.environment)), "-W", "default", str(file)]
    with open(places["stdout"], "w") as out, open(places["stderr"], "w") as err:
        try:
            done = subprocess.run(
                command, cwd=directory, env=environ, stdin=subprocess.DEVNULL, stdout=out, stderr=err, timeout=TIMEOUT
            )
        except subprocess.TimeoutExpired:
            return -signal.SIGALRM
    return done.returncode
