"""The searches that the page on 2.1 gives find the lines they are for, in the programs of this site."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from scripts import keys
from scripts.paths import SNIPPETS

KEY = "migrate/2.1"
CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def searches() -> list[str]:
    """The commands of the page, without their prompt."""
    text = keys.page(KEY).read_text(encoding="utf-8")
    return [line.removeprefix("$ ") for match in CONSOLE.finditer(text) for line in match[1].splitlines()]


@pytest.mark.skipif(not shutil.which("grep"), reason="there is no grep")
@pytest.mark.parametrize("command", searches(), ids=[f"{KEY}:{number}" for number, _ in enumerate(searches(), 1)])
def test_search_finds_its_lines(command: str, tmp_path: Path) -> None:
    shutil.copytree(SNIPPETS, tmp_path, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.out", "matrix.json"))
    (tmp_path / "requirements.txt").write_text("fastapi\nsqlalchemy>=2.0\nsqlalchemy-utils\n", encoding="utf-8")
    done = subprocess.run(["/bin/sh", "-c", command], cwd=tmp_path, text=True, capture_output=True)
    assert done.stdout, f"docs/{KEY}.md: this search finds nothing: {command}"
    assert "sqlalchemy-utils" not in done.stdout
