"""ruff, pyright and codespell."""

import subprocess
import sys

import pytest

from scripts.paths import ROOT
from scripts.tests.support import fail_with

LINTERS = {
    "ruff": ["ruff", "check", "--no-cache", "--output-format", "concise", "scripts", "snippets"],
    "format": ["ruff", "format", "--no-cache", "--check", "scripts", "snippets/kit", "snippets/fastapi/app"],
    "pyright": ["pyright", "-p", "scripts/pyrightconfig.json"],
    "codespell": ["codespell_lib", "."],
}
REPAIRS = {"format": "repair: .venv/bin/ruff format scripts snippets/kit snippets/fastapi/app"}


@pytest.mark.parametrize("name", LINTERS)
def test_lint(name: str) -> None:
    done = subprocess.run([sys.executable, "-m", *LINTERS[name]], cwd=ROOT, text=True, capture_output=True)
    fail_with([done.stdout + done.stderr, REPAIRS.get(name, "")] if done.returncode else [])
