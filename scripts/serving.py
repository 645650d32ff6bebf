"""Serve a built site on this machine, for a while, as a simple host does."""

import http.server
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path


class _Host(http.server.SimpleHTTPRequestHandler):
    """Files below ``prefix``, 404.html for what is not there, and the policy of each file if any are given."""

    def __init__(self, *arguments, prefix: str, policies: Mapping[str, str], **named) -> None:
        self.prefix, self.policies = prefix, policies
        super().__init__(*arguments, **named)

    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + path.removeprefix(self.prefix) if path.startswith(self.prefix) else "/-")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            return super().send_error(code, message, explain)
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self._send_policy("/404.html")
        self.end_headers()
        self.wfile.write(page.read_bytes())
        return None

    def send_response(self, code: int, message: str | None = None) -> None:
        super().send_response(code, message)
        if code == 200:
            path = Path(self.translate_path(self.path))
            found = (path / "index.html" if path.is_dir() else path).relative_to(Path(self.directory).resolve())
            self._send_policy(f"/{found.as_posix()}")

    def _send_policy(self, path: str) -> None:
        if policy := self.policies.get(path, self.policies.get("default")):
            self.send_header("Content-Security-Policy", policy)

    def log_message(self, format: str, *args: object) -> None:
        pass


class _PackingHost(_Host):
    """The packed copy of a file, for a browser that takes it."""

    def send_head(self):
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() and self.path.endswith("/") else path
        packed = file.with_name(f"{file.name}.br")
        if "br" not in self.headers.get("Accept-Encoding", "") or not packed.is_file():
            return super().send_head()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "br")
        self.send_header("Content-Length", str(packed.stat().st_size))
        self.end_headers()
        return packed.open("rb")


@contextmanager
def served(
    directory: Path, prefix: str = "/", policies: Mapping[str, str] | None = None, packed: bool = False
) -> Iterator[str]:
    """The address under which a built site is served for a while, at the host's root or below ``prefix``."""
    host = _PackingHost if packed else _Host
    handler = partial(host, directory=str(directory.resolve()), prefix=prefix, policies=policies or {})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{prefix}"
    finally:
        server.shutdown()
        server.server_close()
