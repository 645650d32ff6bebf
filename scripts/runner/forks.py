"""The test process's end of a fork server (see ``inside/forkserver.py``)."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

from scripts.bootstrap import ToolError
from scripts.runner.cells import python_of

INSIDE = Path(__file__).parent / "inside"
KEPT = {"PATH", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "TMPDIR", "SYSTEMROOT"}


def bare_environ() -> dict[str, str]:
    """What a program may know of the environment that the tests run in: nothing that changes what it prints."""
    return {name: value for name, value in os.environ.items() if name in KEPT} | {"PYTHONIOENCODING": "utf-8"}


class ForkServer:
    """One preloaded parent of one environment; runs one program at a time."""

    def __init__(self, environment: str, frameworks: bool = False) -> None:
        self.environment = environment
        command = [str(python_of(environment)), "-W", "default", str(INSIDE / "forkserver.py")]
        command += ["frameworks"] * frameworks
        self._process = subprocess.Popen(
            command,
            env=bare_environ(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self._answer()

    def run(self, **request: Any) -> int:
        """Run one program; return its exit status, negative for the signal that ended it."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        return self._answer()["status"]

    def close(self) -> None:
        """End the parent."""
        self._process.kill()
        self._process.communicate()

    def _answer(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise ToolError(
                f"the fork server of {self.environment} ended: see what {python_of(self.environment)} "
                f"{INSIDE / 'forkserver.py'} prints"
            )
        return json.loads(line)
