"""The workflows ask for what is there: verbs, options, a server of each kind, a shell that understands them."""

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.paths import ROOT, verbs
from scripts.tests.support import fail_with

CI = ROOT / ".ci" / "run"
FOLDER = ROOT / ".github" / "workflows"
KEPT = ROOT / "scripts" / "deploy" / "github-pages.yml"
SITE, REFRESH = FOLDER / "site.yml", FOLDER / "refresh.yml"
CALL = re.compile(r"python3 -m scripts (\w+)((?: +--[\w-]+)*)")


def jobs(path: Path) -> dict[str, dict[str, Any]]:
    """The jobs of a workflow."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"]


def commands(path: Path) -> str:
    """All that a file lets a shell do."""
    if path.suffix != ".yml":
        return path.read_text(encoding="utf-8")
    return "\n".join(step["run"] for job in jobs(path).values() for step in job["steps"] if "run" in step)


def uncalled(path: Path) -> list[str]:
    """Verbs that are called and are not there, and options that none of theirs are."""
    found, known = [], verbs()
    for verb, options in CALL.findall(commands(path)):
        source = ROOT / "scripts" / "verbs" / f"{verb}.py"
        files = [each for each in (source, ROOT / "scripts" / "tests" / "conftest.py") if each.is_file()]
        text = "".join(each.read_text(encoding="utf-8") for each in files)
        found += [] if verb in known else [f"calls the verb {verb}, which is not there"]
        found += [f"{verb} has no {option}" for option in options.split() if f'"{option}"' not in text]
    return found


def test_kept_workflow_is_the_one_that_runs() -> None:
    names = [path.relative_to(ROOT).as_posix() for path in (KEPT, SITE)]
    same = KEPT.read_bytes() == SITE.read_bytes()
    fail_with([] if same else [f"{names[0]}:1: is not {names[1]}: copy the one that is right over the other"])


@pytest.mark.parametrize("path", [CI, SITE, REFRESH], ids=lambda path: path.stem)
def test_what_is_called_is_there(path: Path) -> None:
    assert CALL.search(commands(path))
    fail_with([f"{path.relative_to(ROOT)}:1: {each}" for each in uncalled(path)])


def test_call_of_nothing_is_named(tmp_path: Path) -> None:
    (tmp_path / "run").write_text("python3 -m scripts tset\npython3 -m scripts test --rekord --all-cells\n")
    assert uncalled(tmp_path / "run") == ["calls the verb tset, which is not there", "test has no --rekord"]


@pytest.mark.parametrize("path", [CI, SITE, REFRESH], ids=lambda path: path.stem)
def test_shell_understands_it(path: Path) -> None:
    text = re.sub(r"\$\{\{.*?\}\}", "x", commands(path))
    done = subprocess.run(["bash", "-n"], input=text, capture_output=True, text=True)
    fail_with([f"{path.relative_to(ROOT)}:1: {done.stderr}"] if done.returncode else [])


@pytest.mark.parametrize("path", [SITE, REFRESH], ids=lambda path: path.stem)
def test_runner_has_what_the_tests_need(path: Path) -> None:
    """A run without a server, or a test of nginx without nginx, would be no run and no test."""
    job = next(iter(jobs(path).values()))
    steps = [step.get("run") or step["uses"] for step in job["steps"]]
    calls = next(place for place, step in enumerate(steps) if re.search(r"\.ci/run|scripts test", step))
    where = f"{path.relative_to(ROOT)}:1:"
    installs = [step for step in steps[:calls] if "apt-get install" in step and "nginx" in step]
    assert installs, f"{where} nothing installs nginx before the tests"
    assert job["services"]["mariadb"]["ports"] == ["3306:3306"], f"{where} no MariaDB answers at 127.0.0.1:3306"
    assert job["timeout-minutes"] >= 60, f"{where} the tests take longer"


def test_site_is_published_only_after_its_tests() -> None:
    found = jobs(SITE)["publish"]
    assert found["needs"] == "test", f"{SITE.relative_to(ROOT)}:1: it publishes without its tests: needs: test"
    assert found["if"] == "github.ref == 'refs/heads/main'", f"{SITE.relative_to(ROOT)}:1: it publishes every branch"
    (build,) = [step for step in found["steps"] if "scripts build" in step.get("run", "")]
    assert build["env"]["SITE_URL"] == "${{ steps.pages.outputs.base_url }}/"
    assert any(step.get("with", {}).get("path") == "site" for step in found["steps"])
