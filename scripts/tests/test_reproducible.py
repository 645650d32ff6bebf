"""Two builds of one commit, in two directories, are the same byte for byte."""

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from scripts import builder
from scripts.paths import ROOT
from scripts.tests.support import fail_with

DIFFERS, ALONE = "differs from build to build", "is in one build only"
REPAIR = "what writes it (MkDocs, or a step in scripts/finish/) takes a time, a path, or the order of files or of a set"


def digests(site: Path) -> dict[str, str]:
    """Every file of a site, and the hash of its content."""
    files = sorted(path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def differences(first: Path, second: Path) -> list[str]:
    """The files that one of two sites has otherwise, or not."""
    one, other = digests(first), digests(second)
    names = {name for name in one | other if one.get(name) != other.get(name)}
    # A packed copy differs as its file does; it is told where it alone does.
    told = sorted(name for name in names if name.removesuffix(".br").removesuffix(".gz") not in names - {name})
    return [f"site/{name}:1: {DIFFERS if name in one and name in other else ALONE}: {REPAIR}" for name in told]


def test_builds_are_the_same_bytes(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second one in another directory, time zone, language and order of sets."""
    for name, other in {"PYTHONHASHSEED": "7", "TZ": "Asia/Kathmandu", "LC_ALL": "C"}.items():
        monkeypatch.setenv(name, other)
    checkout, site = tmp_path / "another" / "checkout", tmp_path / "a site"
    for name in ("docs", "snippets"):
        shutil.copytree(ROOT / name, checkout / name, symlinks=True)
    shutil.copy(ROOT / "mkdocs.yml", checkout)
    done = builder.build(site, checkout)
    assert done.returncode == 0, done.stdout[-3000:]
    # A process of its own: the order of sets is one for all of a process.
    finish = f"from pathlib import Path; from scripts.finish import finish; finish(Path({str(site)!r}))"
    subprocess.run([sys.executable, "-c", finish], cwd=ROOT, env=builder.environment(), check=True)
    fail_with(differences(built, site))


def test_a_difference_is_named(tmp_path: Path) -> None:
    for name, text in (("one", "<p>12:01"), ("other", "<p>12:02")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(text)
        (tmp_path / name / "same.txt").write_text("same")
        (tmp_path / name / "same.txt.gz").write_text(f"packed at {text}")
        (tmp_path / name / "index.html.gz").write_text(f"packed {text}")
    (tmp_path / "other" / "more.txt").write_text("more")
    assert differences(tmp_path / "one", tmp_path / "other") == [
        f"site/index.html:1: {DIFFERS}: {REPAIR}",
        f"site/more.txt:1: {ALONE}: {REPAIR}",
        f"site/same.txt.gz:1: {DIFFERS}: {REPAIR}",
    ]


def test_time_of_the_build_is_that_of_the_commit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert builder.environment()["SOURCE_DATE_EPOCH"] == builder.environment()["SOURCE_DATE_EPOCH"] != "0"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert builder.environment()["SOURCE_DATE_EPOCH"] == "1700000000"
