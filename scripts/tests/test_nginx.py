"""The site on a real nginx, with the configuration that is kept for it."""

import os
import re
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from email.message import Message
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from scripts.finish import policy
from scripts.paths import ROOT
from scripts.tests.browser import visit
from scripts.tests.test_policy import use

CONF = ROOT / "scripts" / "deploy" / "nginx.conf"
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
YEAR = "public, max-age=31536000, immutable"


def find() -> str:
    """The program; the workflow installs it, and elsewhere these tests wait for someone who does."""
    found = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    return found or pytest.skip("nginx is not installed: apt-get install nginx-light")


def configuration(site: Path, directory: Path, port: int) -> Path:
    """The kept configuration, for this site and without the rights of root."""
    text = CONF.read_text(encoding="utf-8")
    extra = directory / "extra"
    extra.mkdir()
    if BROTLI.is_file():
        (extra / "brotli.conf").write_text("brotli_static on;\n")
    paths = "".join(f"    {name}_temp_path {directory / name};\n" for name in TEMPORARY)
    changes = {
        "/srv/missing-greenlet": str(site),
        "/etc/nginx/missing-greenlet.d": str(extra),
        "/run/nginx.pid": str(directory / "nginx.pid"),
        "listen 8080": f"listen 127.0.0.1:{port}",
        "worker_processes auto": "worker_processes 1",
        "http {\n": f"http {{\n    access_log off;\n{paths}",
    }
    for old, new in changes.items():
        assert old in text, f"{CONF.name} has no {old}"
        text = text.replace(old, new)
    if os.geteuid() == 0:
        text = f"user root;\n{text}"
    (directory / "nginx.conf").write_text(text, encoding="utf-8")
    return directory / "nginx.conf"


@pytest.fixture(scope="module")
def server(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an nginx that serves the built site."""
    program, directory = find(), tmp_path_factory.mktemp("nginx")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = directory / "error.log"
    command = [program, "-e", str(log), "-c", str(configuration(built, directory, port)), "-g", "daemon off;"]
    with subprocess.Popen(command) as process:
        wait(port, process, log)
        yield f"http://127.0.0.1:{port}/"
        process.terminate()


def wait(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    """Until the server answers."""
    for _ in range(100):
        if process.poll() is not None:
            pytest.fail(f"nginx refused {CONF}:\n{log.read_text()}", pytrace=False)
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail("nginx did not answer within five seconds", pytrace=False)


def ask(url: str, **headers: str) -> tuple[int, Message, bytes]:
    """Status, headers and body of an answer."""
    request = urllib.request.Request(url, headers={name.replace("_", "-"): text for name, text in headers.items()})
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as answer:
        return answer.code, answer.headers, answer.read()


def test_every_answer_has_the_headers(server: str, built: Path) -> None:
    sent = policy.read(built)
    asset = re.search(r"[\w./]*assets/stylesheets/site\.[0-9a-f]{8}\.css", (built / "404.html").read_text())
    paths = {"": "/index.html", "causes/lazy-relationship/": "/causes/lazy-relationship/index.html"}
    paths |= {"a/b/nowhere": "/404.html", "problem/broken.py": "default"}
    paths |= {asset[0].lstrip("/"): "default"} if asset else {}
    for path, page in paths.items():
        _, headers, _ = ask(server + path)
        assert headers["Content-Security-Policy"] == sent[page], path
        assert headers["X-Content-Type-Options"] == "nosniff", path
        assert headers["Referrer-Policy"] == "same-origin", path
        assert "/" not in headers["Server"], path


def test_programs_are_read_and_not_downloaded(server: str) -> None:
    assert ask(server + "problem/broken.py")[1]["Content-Type"] == "text/plain; charset=utf-8"


def test_packed_copies_are_sent(server: str, built: Path) -> None:
    page = built / "causes" / "lazy-relationship" / "index.html"
    codings = {"gzip": ".gz", "gzip, br": ".br"} if BROTLI.is_file() else {"gzip": ".gz", "gzip, br": ".gz"}
    for accepted, ending in codings.items():
        _, headers, body = ask(server + "causes/lazy-relationship/", Accept_Encoding=accepted)
        assert headers["Content-Encoding"] == {".gz": "gzip", ".br": "br"}[ending]
        assert body == page.with_name(f"index.html{ending}").read_bytes()
        assert headers["Vary"] == "Accept-Encoding"
    _, headers, body = ask(server + "causes/lazy-relationship/")
    assert "Content-Encoding" not in headers
    assert body == page.read_bytes()


def test_what_did_not_change_is_answered_with_304(server: str) -> None:
    _, first, _ = ask(server)
    assert first["Cache-Control"] == "no-cache"
    status, again, body = ask(server, If_None_Match=first["ETag"])
    assert (status, body) == (304, b"")
    assert again["Cache-Control"] == "no-cache"
    assert ask(server, If_None_Match='"another"')[0] == 200


def test_names_with_a_hash_live_a_year(server: str, built: Path) -> None:
    hashed = [path for path in (built / "assets").rglob("*.js") if re.search(r"\.[0-9a-f]{8}\.", path.name)]
    assert len(hashed) > 5
    for path in hashed:
        status, headers, _ = ask(server + path.relative_to(built).as_posix())
        assert (status, headers["Cache-Control"]) == (200, YEAR)
    assert ask(server + "assets/gone.00000000.js")[1]["Cache-Control"] == "no-cache"
    assert ask(server + "assets/favicon.svg")[1]["Cache-Control"] == "no-cache"


def test_missing_and_hidden_files_get_the_404_page(server: str, built: Path) -> None:
    for path in ("nowhere", "a/b/c/", policy.NGINX, "404.html/x"):
        status, _, body = ask(server + path)
        assert (status, body) == (404, (built / "404.html").read_bytes()), path


def test_folder_without_a_slash_leads_to_its_page(server: str) -> None:
    status, headers, _ = ask(server + "causes")
    assert (status, headers["Content-Type"]) == (200, "text/html; charset=utf-8")


def test_site_works(server: str, browser: Browser) -> None:
    visitor = visit(browser, server)
    use(visitor)
    visitor.check()
    visitor.page.context.close()
