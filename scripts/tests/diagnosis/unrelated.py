"""Texts that have nothing to do with MissingGreenlet: written ones, made ones, and what real programs print.

A program in ``programs/`` begins with ``Raises NAME:``, the error that its stderr must show.
"""

import ast
import base64
import os
import random
import re
import string
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROGRAMS = {path.stem: path for path in sorted((HERE / "programs").glob("*.py"))}
RAISES = re.compile(r"Raises ([\w.]+): ")
AT_ONCE = 2
TIMEOUT = 20  # seconds; a program takes half of one


def texts() -> dict[str, str]:
    """Every text that no program has to be run for, by name."""
    written, made = _written(), _made()
    assert not (both := written.keys() & made.keys()), f"texts/ and _made() share the names {sorted(both)}"
    return written | made


def outputs() -> dict[str, str]:
    """What each program prints to stderr, by name."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return dict(zip(PROGRAMS, pool.map(_stderr, PROGRAMS.values()), strict=True))


def lack(name: str, stderr: str) -> str:
    """A sentence on what the program's output ought to have and has not, or nothing."""
    path = PROGRAMS[name]
    shown = f"scripts/tests/diagnosis/programs/{path.name}:1:"
    if "Traceback (most recent call last):" not in stderr:
        return f"{shown} it must end with an error, but its stderr has no Traceback:\n{stderr[-600:]}"
    if (error := _promised(path)) not in stderr:
        return f"{shown} it promises {error}, which its stderr does not show: correct either\n{stderr[-600:]}"
    return ""


def _promised(path: Path) -> str:
    """The error's name in the docstring of a program."""
    match = RAISES.match(ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "")
    assert match, f"{path}:1: the docstring must begin with “Raises NAME:”"
    return match[1]


def _stderr(path: Path) -> str:
    """Run a program by itself, in an empty directory."""
    environ = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "PYTHON"))}
    environ |= {"PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    with tempfile.TemporaryDirectory() as directory:
        done = subprocess.run(
            [sys.executable, str(path)],
            cwd=directory,
            env=environ,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=TIMEOUT,
        )
    return done.stderr


def _written() -> dict[str, str]:
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted((HERE / "texts").glob("*.txt"))}


def _made() -> dict[str, str]:
    """Texts that are better described than stored."""
    chance = random.Random(1)
    words = ["wind", "relationship", "posts", "await", "commit", "session", "tea"]
    return {
        "empty": "",
        "spaces": " \t\u00a0\n" * 200,
        "digits": "31415926535897932384626433832795" * 8,
        "punctuation": string.punctuation * 5,
        "emoji": "🦜",
        "one-letter": "g",
        "base64": base64.b64encode(chance.randbytes(6000)).decode("ascii"),
        "hex": chance.randbytes(400).hex(" "),
        "unprintable": "".join(map(chr, range(1, 32))) * 20,
        "long-line": " ".join(chance.choices(words, k=40_000)),
        "long-word": "x" * 200_000,
        "many-lines": "\n".join(f"{number} bottles of milk on the wall" for number in range(10_000)),
        "brackets": "[SQL: " * 2_000 + "(" * 2_000,
    }
