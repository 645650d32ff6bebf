"""What several test modules share."""

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from scripts.checks.tree import Tree
from scripts.paths import ROOT


def fail_with(problems: Sequence[str]) -> None:
    """Fail with the sentences alone: a traceback of the test says nothing to whoever has to repair the page."""
    if problems:
        pytest.fail("\n".join(problems), pytrace=False)


def copy_of_checkout(directory: Path) -> Tree:
    """A copy of pages, programs and navigation in which a fault can be planted."""
    for name in ("docs", "snippets"):
        shutil.copytree(ROOT / name, directory / name, symlinks=True)
    shutil.copy(ROOT / "mkdocs.yml", directory)
    return Tree(directory)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def served(directory: Path) -> Iterator[str]:
    """The address under which a built site is served for a while."""
    handler = functools.partial(_Quiet, directory=str(directory))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
