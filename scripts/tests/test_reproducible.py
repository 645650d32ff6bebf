"""Two builds of one commit, in two directories, are the same byte for byte."""

import hashlib
import shutil
from pathlib import Path

import pytest

from scripts import builder
from scripts.finish import finish
from scripts.paths import ROOT
from scripts.tests.support import fail_with


def digests(site: Path) -> dict[str, str]:
    """Every file of a site, and the hash of its content."""
    files = sorted(path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def differences(first: Path, second: Path) -> list[str]:
    """The files that one of two sites has otherwise, or not."""
    one, other = digests(first), digests(second)
    return [
        f"site/{name}:1: {'differs from build to build' if name in one and name in other else 'is in one build only'}"
        for name in sorted(one | other)
        if one.get(name) != other.get(name)
    ]


def test_builds_are_the_same_bytes(built: Path, tmp_path: Path) -> None:
    checkout, site = tmp_path / "another" / "checkout", tmp_path / "a site"
    for name in ("docs", "snippets"):
        shutil.copytree(ROOT / name, checkout / name, symlinks=True)
    shutil.copy(ROOT / "mkdocs.yml", checkout)
    done = builder.build(site, checkout)
    assert done.returncode == 0, done.stdout[-3000:]
    finish(site)
    fail_with(differences(built, site))


def test_a_difference_is_named(tmp_path: Path) -> None:
    for name, text in (("one", "<p>12:01"), ("other", "<p>12:02")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(text)
        (tmp_path / name / "same.txt").write_text("same")
    (tmp_path / "other" / "more.txt").write_text("more")
    assert differences(tmp_path / "one", tmp_path / "other") == [
        "site/index.html:1: differs from build to build",
        "site/more.txt:1: is in one build only",
    ]


def test_time_of_the_build_is_that_of_the_commit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert builder.environment()["SOURCE_DATE_EPOCH"] == builder.environment()["SOURCE_DATE_EPOCH"] != "0"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert builder.environment()["SOURCE_DATE_EPOCH"] == "1700000000"
