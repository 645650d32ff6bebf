"""What can go wrong before anything runs gets one clear sentence, with the repair."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from scripts import bootstrap, builder, chromium, nginx, nu, paths
from scripts.bootstrap import ToolError
from scripts.tests.support import copy_of_checkout
from scripts.verbs import serve

RUN = [sys.executable, "-m", "scripts"]


def test_verbs_are_listed_without_an_environment() -> None:
    done = subprocess.run([sys.executable, "-S", "-m", "scripts"], cwd=paths.ROOT, text=True, capture_output=True)
    assert done.returncode == 0, done.stderr
    for verb in ("serve", "test", "build", "new", "lock", "generate", "publish"):
        assert re.search(rf"^  {verb} +\S.+\.$", done.stdout, re.M), done.stdout


def test_unknown_verb_lists_the_verbs() -> None:
    done = subprocess.run([*RUN, "nonsense"], cwd=paths.ROOT, text=True, capture_output=True)
    assert done.returncode == 2
    assert "serve" in done.stdout


def test_old_python_is_refused_in_a_sentence() -> None:
    """The version is what the entry looks at first; it must not need anything newer to say so."""
    code = "import sys, runpy; sys.version_info = (3, 8, 1); runpy.run_module('scripts', run_name='__main__')"
    done = subprocess.run([sys.executable, "-c", code], cwd=paths.ROOT, text=True, capture_output=True)
    assert done.returncode == 1
    assert done.stderr.startswith("python3 -m scripts needs Python 3.11 or newer, and this is 3.8 (")
    assert "Traceback" not in done.stderr


def test_python_without_venv_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(bootstrap.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(ToolError, match="its venv package is not installed.*apt-get install python3-venv"):
        bootstrap.ensure(tmp_path / "env", paths.REQUIREMENTS)


def test_missing_lock_is_named(tmp_path: Path) -> None:
    with pytest.raises(ToolError, match=r"scripts/locks/9\.txt is missing: restore it with `git checkout"):
        bootstrap.ensure(tmp_path, paths.LOCKS / "9.txt")


def _lock(directory: Path) -> Path:
    lock = directory / "lock.txt"
    lock.write_text("iniconfig==2.3.1 --hash=sha256:" + "0" * 64 + "\n")
    return lock


def test_no_network_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An index that nobody serves stands for a machine without network."""
    for name in list(os.environ):
        if name.startswith("PIP_") or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple")
    monkeypatch.setenv("PIP_NO_CACHE_DIR", "1")
    with pytest.raises(
        ToolError, match="no network: the packages of .*lock.txt could not be fetched. Connect, and call again"
    ):
        bootstrap.ensure(tmp_path / "env", _lock(tmp_path))
    assert not (tmp_path / "env" / "installed.sha256").exists()


def test_interrupted_install_is_taken_up_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    made: list[str] = []
    monkeypatch.setattr(bootstrap, "_make", lambda directory: directory.mkdir() or made.append("venv"))
    monkeypatch.setattr(bootstrap, "_install", lambda directory, lock: made.append("packages"))
    lock = _lock(tmp_path)
    bootstrap.ensure(tmp_path / "env", lock)
    assert made == ["venv", "packages"]
    shutil.rmtree(tmp_path / "env")
    bootstrap.ensure(tmp_path / "env", lock)
    assert made == ["venv", "packages"] * 2


def test_installed_environment_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "_install", lambda directory, lock: pytest.fail("installed again"))
    assert bootstrap.ensure(paths.VENV, paths.REQUIREMENTS) == bootstrap.interpreter(paths.VENV)


def test_port_in_use_is_said() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(ToolError, match=f"port {port} is in use: .* --port {port + 1}"):
            serve.main(["--port", str(port)])


def test_missing_browser_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chromium, "find", lambda: None)
    monkeypatch.setattr(chromium, "_installers", lambda: [["false"]])
    with pytest.raises(ToolError, match="no Chromium was found and none could be installed. Install Chromium"):
        chromium.find_or_install()


def test_wrong_browser_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", "/nowhere/chromium")
    with pytest.raises(ToolError, match=r"\$CHROMIUM is /nowhere/chromium, which is no program"):
        chromium.find()


def test_missing_nginx_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    monkeypatch.setattr(nginx, "find", lambda: None)
    monkeypatch.setattr(nginx, "_installers", lambda: [["false"]])
    with pytest.raises(ToolError, match="nginx is not installed: apt-get install nginx-light"):
        nginx.find_or_install()


def test_nginx_is_installed_in_ci_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    found = tmp_path / "nginx"
    monkeypatch.setattr(nginx, "find", lambda: str(found) if found.exists() else None)
    monkeypatch.setattr(nginx, "_installers", lambda: [["false"], ["touch", str(found)]])
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(ToolError, match="nginx is not installed"):
        nginx.find_or_install()
    monkeypatch.setenv("CI", "true")
    assert nginx.find_or_install() == str(found)


def test_missing_checker_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(nu, "CACHE", tmp_path)
    monkeypatch.setattr(nu.shutil, "which", lambda name: f"/bin/{name}")
    for name in ("CI", "VNU_JAR"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(ToolError, match="the Nu checker is not here: install Java, and set VNU_JAR"):
        nu.find_or_fetch()
    monkeypatch.setenv("CI", "true")
    monkeypatch.setattr(nu, "ADDRESS", (tmp_path / "nowhere.tgz").as_uri())
    with pytest.raises(ToolError, match=r"nowhere\.tgz cannot be read"):
        nu.find_or_fetch()
    (tmp_path / "nowhere.tgz").write_bytes(b"something else")
    with pytest.raises(ToolError, match=r"nowhere\.tgz is not what scripts/nu\.py pins"):
        nu.find_or_fetch()


def test_missing_include_stops_serving_with_a_sentence(tmp_path: Path) -> None:
    tree = copy_of_checkout(tmp_path)
    (tree.folder("causes/lazy-relationship") / "broken.2.0.out").unlink()
    with pytest.raises(
        ToolError, match=r"docs/causes/lazy-relationship\.md:\d+: includes .*which does not exist: correct"
    ):
        builder.require_includes(tree)


@pytest.mark.timed
def test_starts_within_two_seconds() -> None:
    # The first of several runs reads its files from the disk, and any may be held up by something else.
    assert min(_seconds_of([*RUN, "generate", "--check"]) for _ in range(3)) < 2


def _seconds_of(command: list[str]) -> float:
    started = time.monotonic()
    subprocess.run(command, cwd=paths.ROOT, capture_output=True)
    return time.monotonic() - started


def _fetch(url: str, seconds: float) -> str:
    deadline = time.monotonic() + seconds
    while True:
        try:
            with urllib.request.urlopen(url, timeout=30) as answer:
                return answer.read().decode()
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)


def test_serve_serves_and_reloads(tmp_path: Path) -> None:
    """A change of a program reaches an open page: MkDocs answers the page's long poll with a new number."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    for part in ("docs", "snippets", "scripts"):
        shutil.copytree(paths.ROOT / part, tmp_path / part, symlinks=True, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "requirements.txt"):
        shutil.copy(paths.ROOT / name, tmp_path)
    (tmp_path / ".venv").symlink_to(paths.VENV)
    command = [str(bootstrap.interpreter(paths.VENV)), "-m", "scripts", "serve", "--port", str(port)]
    process = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        url = f"http://127.0.0.1:{port}/causes/lazy-relationship/"
        page = _fetch(url, 60)
        assert "greenlet_spawn has not been called" in page
        found = re.search(r"livereload\((\d+), (\d+)\)", page)
        assert found, "the page does not reload itself"
        program = tmp_path / "snippets" / "causes" / "lazy-relationship" / "broken.py"
        program.write_text(program.read_text().replace("print(user.name)", "print(user.name, 'changed')"))
        answer = _fetch(f"http://127.0.0.1:{port}/livereload/{found[1]}/{found[2]}", 60)
        assert int(answer) > int(found[1])
        assert "changed" in _fetch(url, 30)
    finally:
        process.kill()
        process.communicate()
