"""Build and serve with live reload on http://127.0.0.1:8000 (--port)."""

import argparse
import socket
import sys

from scripts import builder
from scripts.bootstrap import ToolError
from scripts.checks.tree import Tree


def main(argv: list[str]) -> int:
    """Serve until interrupted."""
    parser = argparse.ArgumentParser(prog="python3 -m scripts serve", description=__doc__)
    parser.add_argument("--port", type=int, default=8000)
    port = parser.parse_args(argv).port
    if not _free(port):
        raise ToolError(f"port {port} is in use: stop what listens there, or take another with --port {port + 1}")
    builder.require_includes(Tree())
    print(f"Serving http://127.0.0.1:{port}/ ; it reloads when a page, a program or an output changes.")
    print(
        "The checks of `python3 -m scripts build` are not part of it, nor is what it adds: redirects, Markdown, cards."
    )
    sys.stdout.flush()
    # A warning must not stop the server while a page is being written, so it is not strict.
    arguments = ["--livereload", "--no-strict", "--dev-addr", f"127.0.0.1:{port}"]
    builder.become(builder.command("serve", *arguments))


def _free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True
