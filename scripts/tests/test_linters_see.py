"""What ruff and pyright say of three slips: recorded beside the program that has them, and shown on its page."""

import json
import shutil
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest

from scripts import keys
from scripts.paths import ROOT
from scripts.tests.support import fail_with

KEY = "prevent/index"
PROGRAM = keys.folder(KEY) / "broken-unseen.py"
RECORDED = keys.folder(KEY) / "linters.txt"
START, END = "# --8<-- [start:read]", "# --8<-- [end:read]"


def _run(*command: str) -> str:
    return subprocess.run([sys.executable, "-m", *command], cwd=ROOT, text=True, capture_output=True).stdout


def _findings(directory: Path) -> dict[int, list[str]]:
    """Line -> what the tools say of it, with every rule that they have."""
    copy = shutil.copy(PROGRAM, directory)
    strict = {"typeCheckingMode": "strict", "pythonVersion": "3.11"}
    (directory / "pyrightconfig.json").write_text(json.dumps(strict))
    options = ["--isolated", "--no-cache", "--quiet", "--target-version", "py311", "--output-format", "json"]
    ruff = _run("ruff", "check", "--select", "ALL", *options, str(copy))
    pyright = json.loads(_run("pyright", "-p", str(directory), "--pythonpath", sys.executable, "--outputjson"))
    assert pyright["summary"]["filesAnalyzed"] == 1
    found = defaultdict[int, list[str]](list)
    for entry in json.loads(ruff):
        found[entry["location"]["row"]].append(f"ruff {entry['code']}: {entry['message']}")
    for entry in pyright["generalDiagnostics"]:
        found[entry["range"]["start"]["line"] + 1].append(f"pyright {entry.get('rule', '')}: {entry['message']}")
    return found


@pytest.mark.parametrize("key", [KEY])
def test_what_linters_see(key: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    found = _findings(tmp_path)
    lines = [line.strip() for line in PROGRAM.read_text(encoding="utf-8").splitlines()]
    shown = range(lines.index(START) + 1, lines.index(END))
    told = [[lines[row], *(f"    {said}" for said in found.get(row + 1, ["nothing"]))] for row in shown]
    text = "".join(f"{line}\n" for block in told for line in block)
    if request.config.getoption("--record"):
        RECORDED.write_text(text, encoding="utf-8")
    same = RECORDED.is_file() and RECORDED.read_text(encoding="utf-8") == text
    repair = f"python3 -m scripts test --record -k test_what_linters_see; they say now:\n{text}"
    fail_with([] if same else [f"{RECORDED.relative_to(ROOT)}:1: is not what the linters say; repair: {repair}"])
