"""The site on a real nginx, with the configuration that is kept for it."""

import os
import re
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from email.message import Message
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from scripts import nginx
from scripts.bootstrap import ToolError
from scripts.finish import policy
from scripts.paths import ROOT
from scripts.tests.browser import visit
from scripts.tests.support import fail_with
from scripts.tests.test_policy import use

CONF = ROOT / "scripts" / "deploy" / "nginx.conf"
WHERE = "scripts/deploy/nginx.conf:1:"
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
YEAR = "public, max-age=31536000, immutable"
HASHED = re.compile(r"\.[0-9a-f]{8}\.")


def find() -> str:
    """The program; where it is missing and cannot be installed, these tests wait for someone who can."""
    try:
        return nginx.find_or_install()
    except ToolError as error:
        pytest.skip(str(error))


def configuration(site: Path, directory: Path, port: int, more: Mapping[str, str]) -> Path:
    """The kept configuration, for this site and without the rights of root."""
    text = CONF.read_text(encoding="utf-8")
    extra = directory / "extra"
    extra.mkdir()
    if BROTLI.is_file():
        (extra / "brotli.conf").write_text("brotli_static on;\n")
    paths = "".join(f"    {name}_temp_path {directory / name};\n" for name in TEMPORARY)
    changes = {
        **more,
        "/srv/missing-greenlet": str(site),
        "/etc/nginx/missing-greenlet.d": str(extra),
        "/run/nginx.pid": str(directory / "nginx.pid"),
        "listen 8080": f"listen 127.0.0.1:{port}",
        "worker_processes auto": "worker_processes 1",
        "http {\n": f"http {{\n    access_log off;\n{paths}",
    }
    for old, new in changes.items():
        assert old in text, f"{WHERE} has no “{old}”, which this test changes: restore it"
        text = text.replace(old, new)
    if os.geteuid() == 0:
        text = f"user root;\n{text}"
    (directory / "nginx.conf").write_text(text, encoding="utf-8")
    return directory / "nginx.conf"


@contextmanager
def running(site: Path, directory: Path, more: Mapping[str, str] | None = None) -> Iterator[str]:
    """The address of an nginx that serves ``site``; ``more`` is what its configuration has otherwise."""
    program = find()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = directory / "error.log"
    made = configuration(site, directory, port, more or {})
    with subprocess.Popen([program, "-e", str(log), "-c", str(made), "-g", "daemon off;"]) as process:
        try:
            wait(port, process, log)
            yield f"http://127.0.0.1:{port}/"
        finally:
            process.terminate()


@pytest.fixture(scope="module")
def server(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an nginx that serves the built site."""
    with running(built, tmp_path_factory.mktemp("nginx")) as address:
        yield address


def wait(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    """Until the server answers."""
    for _ in range(100):
        if process.poll() is not None:
            pytest.fail(f"{WHERE} nginx refuses it:\n{log.read_text()}", pytrace=False)
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail("nginx did not answer within five seconds", pytrace=False)


class _Stay(urllib.request.HTTPRedirectHandler):
    """Shows a redirect in place of following it."""

    def redirect_request(self, req, fp, code, msg, headers, newurl):
        return None


OPENER = urllib.request.build_opener(_Stay)


def ask(url: str, **headers: str) -> tuple[int, Message, bytes]:
    """Status, headers and body of an answer."""
    request = urllib.request.Request(url, headers={name.replace("_", "-"): text for name, text in headers.items()})
    try:
        with OPENER.open(request) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as answer:
        return answer.code, answer.headers, answer.read()


def same(path: str, what: str, found: object, wanted: object) -> None:
    """Fail with a sentence that names the configuration, if an answer is another than it should be."""
    told = f"{WHERE} /{path} is answered with {what} {found!r}; it should be {wanted!r}"
    fail_with([told] if found != wanted else [])


def names(site: Path, hashed: bool) -> list[str]:
    """The files below ``assets/`` whose name has a hash, or has none; packed copies are no files of their own."""
    files = [path for path in sorted((site / "assets").rglob("*.*")) if path.suffix not in (".gz", ".br")]
    return [path.relative_to(site).as_posix() for path in files if bool(HASHED.search(path.name)) is hashed]


def test_every_answer_has_the_headers(server: str, built: Path) -> None:
    sent = policy.read(built)
    answers = {
        "": "/index.html",
        "causes/lazy-relationship/": "/causes/lazy-relationship/index.html",
        "loaders/index.html": "/loaders/index.html",
        "xd2s/": "/xd2s/index.html",
        "a/b/nowhere": "/404.html",
        "causes": "default",
        "problem/broken.py": "default",
        "search/search_index.json": "default",
        names(built, hashed=True)[0]: "default",
    }
    for path, page in answers.items():
        _, headers, _ = ask(server + path)
        wanted = {"Content-Security-Policy": sent[page], "X-Content-Type-Options": "nosniff"}
        wanted |= {"Referrer-Policy": "same-origin", "Server": "nginx"}
        for name, value in wanted.items():
            same(path, name, headers[name], value)


TYPES = {
    "": "text/html; charset=utf-8",
    "problem/broken.py": "text/plain; charset=utf-8",
    "causes/lazy-relationship/broken.2.0.out": "text/plain; charset=utf-8",
    "problem/index.md": "text/markdown; charset=utf-8",
    "llms.txt": "text/plain; charset=utf-8",
    "changes.xml": "text/xml; charset=utf-8",
    "search/search_index.json": "application/json; charset=utf-8",
    "assets/favicon.svg": "image/svg+xml",
    "assets/cards/problem.png": "image/png",
    "site-offline.zip": "application/zip",
    "nowhere": "text/html; charset=utf-8",
}


@pytest.mark.parametrize("path", TYPES)
def test_files_say_what_they_are(path: str, server: str, built: Path) -> None:
    assert path == "nowhere" or (built / path).exists()
    same(path, "Content-Type", ask(server + path)[1]["Content-Type"], TYPES[path])


PACKED = ["causes/lazy-relationship/", "search/search_index.json", "assets/diagnosis/rules.js"]


@pytest.mark.parametrize("path", PACKED)
def test_packed_copies_are_sent(path: str, server: str, built: Path) -> None:
    file = built / path / "index.html" if path.endswith("/") else built / path
    best = ".br" if BROTLI.is_file() else ".gz"
    for accepted, ending in {"gzip": ".gz", "gzip, br": best, "gzip;q=0": "", "identity": ""}.items():
        _, headers, body = ask(server + path, Accept_Encoding=accepted)
        coding = {".gz": "gzip", ".br": "br", "": None}[ending]
        same(path, f"Content-Encoding (asked for {accepted})", headers["Content-Encoding"], coding)
        assert body == file.with_name(f"{file.name}{ending}").read_bytes()
        same(path, "Vary", headers["Vary"], "Accept-Encoding")


@pytest.mark.parametrize("accepted", ["identity", "gzip", "gzip, br"])
def test_what_did_not_change_is_answered_with_304(accepted: str, server: str) -> None:
    _, first, _ = ask(server, Accept_Encoding=accepted)
    same("", "Cache-Control", first["Cache-Control"], "no-cache")
    assert first["ETag"], f"{WHERE} / is answered without an ETag, so that no browser can ask whether it changed"
    status, again, body = ask(server, Accept_Encoding=accepted, If_None_Match=first["ETag"])
    assert (status, body) == (304, b"")
    same("", "Cache-Control of a 304", again["Cache-Control"], "no-cache")
    assert again["Content-Security-Policy"] == first["Content-Security-Policy"]
    assert ask(server, Accept_Encoding=accepted, If_None_Match='"another"')[0] == 200


def test_names_with_a_hash_live_a_year(server: str, built: Path) -> None:
    hashed, others = names(built, hashed=True), names(built, hashed=False)
    assert len(hashed) > 10
    assert {path.rpartition(".")[2] for path in hashed} >= {"js", "css", "svg"}
    for path in hashed:
        status, headers, _ = ask(server + path)
        same(path, "Cache-Control", (status, headers["Cache-Control"]), (200, YEAR))
    assert {path.rpartition(".")[2] for path in others} >= {"js", "css", "svg", "png"}
    for path in [*others, "", "problem/", "problem/index.md", "search/search_index.json", "site-offline.zip"]:
        status, headers, _ = ask(server + path)
        same(path, "Cache-Control", (status, headers["Cache-Control"]), (200, "no-cache"))
    gone = "assets/gone.00000000.js"
    same(gone, "Cache-Control", ask(server + gone)[1]["Cache-Control"], "no-cache")


def test_missing_and_hidden_files_get_the_404_page(server: str, built: Path) -> None:
    for path in ("nowhere", "a/b/c/", policy.NGINX, "404.html/x", "assets/", "problem/.git/config"):
        status, _, body = ask(server + path)
        same(path, "the status", status, 404)
        same(path, "404.html", body == (built / "404.html").read_bytes(), True)


def test_well_known_files_are_sent(built: Path, tmp_path: Path) -> None:
    """They begin with a dot, and are for others: certificates, a contact for who finds a hole."""
    root = tmp_path / "root"
    (root / ".well-known").mkdir(parents=True)
    (root / policy.NGINX).symlink_to(built / policy.NGINX)
    (root / ".well-known" / "security.txt").write_text("Contact: x", encoding="utf-8")
    with running(root, tmp_path) as address:
        status, _, body = ask(f"{address}.well-known/security.txt")
    same("security.txt", "the answer", (status, body), (200, b"Contact: x"))


@pytest.mark.parametrize(
    ("asked", "reached"), [("causes", "/causes/"), ("causes/lazy-relationship?a=b", "/causes/lazy-relationship/?a=b")]
)
def test_folder_without_a_slash_leads_to_its_page(asked: str, reached: str, server: str) -> None:
    """It names neither scheme nor host nor port: before TLS or a proxy, nginx knows other ones than the reader."""
    status, headers, _ = ask(server + asked)
    same(asked, "a redirect", (status, headers["Location"]), (301, reached))


def test_site_works(server: str, browser: Browser) -> None:
    visitor = visit(browser, server)
    use(visitor)
    visitor.check()
    visitor.page.context.close()


def test_site_works_below_a_path(built: Path, tmp_path: Path, browser: Browser) -> None:
    """With the three changes that the configuration names for it."""
    root = tmp_path / "root"
    root.mkdir()
    (root / "docs").symlink_to(built)
    (told,) = re.findall(r'"~\^/docs.*?;', CONF.read_text(encoding="utf-8"))
    more = {
        "default $uri;": f"default $uri; {told}",
        f"missing-greenlet/{policy.NGINX}": f"missing-greenlet/docs/{policy.NGINX}",
        "=404 /404.html": "=404 /docs/404.html",
    }
    with running(root, tmp_path, more) as address:
        visitor = visit(browser, f"{address}docs/")
        use(visitor)
        visitor.check()
        visitor.page.context.close()
        sent = policy.read(built)
        for path, page in {"docs/": "/index.html", "docs/a/b/nowhere": "/404.html"}.items():
            _, headers, body = ask(address + path)
            same(path, "Content-Security-Policy", headers["Content-Security-Policy"], sent[page])
            assert body == (built / page.lstrip("/")).read_bytes(), path
        same("docs/causes", "a redirect", ask(f"{address}docs/causes")[1]["Location"], "/docs/causes/")
