"""Make and enter the virtual environments, with the standard library alone."""

import hashlib
import importlib.util
import os
import re
import subprocess
import sys
import venv
from pathlib import Path

from scripts.paths import REQUIREMENTS, ROOT, VENV

OFFLINE = re.compile(
    r"NewConnectionError|Name or service not known|Temporary failure in name resolution|getaddrinfo|"
    r"Network is unreachable|ConnectTimeout|Could not fetch URL|ProxyError|No route to host",
    re.IGNORECASE,
)


class ToolError(Exception):
    """Something the person at the keyboard can repair; the message says how."""


def interpreter(directory: Path) -> Path:
    """The Python inside the virtual environment ``directory``."""
    return directory / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def enter_environment(argv: list[str]) -> None:
    """Return if this process runs in ``.venv``; else make it and start ``argv`` there instead."""
    ensure(VENV, REQUIREMENTS)
    if Path(sys.prefix).resolve() == VENV.resolve():
        return
    command = [str(interpreter(VENV)), "-m", "scripts", *argv]
    sys.stdout.flush()
    os.chdir(ROOT)
    if os.name == "nt":
        sys.exit(subprocess.call(command))
    os.execv(command[0], command)


def ensure(directory: Path, lock: Path) -> Path:
    """Make ``directory`` hold what ``lock`` pins, if it does not yet; return its interpreter.

    Raises:
        ToolError: the lock is missing, venv is missing, or the packages could not be had.
    """
    if not lock.is_file():
        raise ToolError(
            f"{lock.relative_to(ROOT)} is missing: restore it with `git checkout -- {lock.relative_to(ROOT)}`"
        )
    stamp, digest = directory / "installed.sha256", _digest(lock)
    if stamp.is_file() and stamp.read_text() == digest and interpreter(directory).exists():
        return interpreter(directory)
    if Path(sys.prefix).resolve() != directory.resolve():
        _make(directory)
    _install(directory, lock)
    stamp.write_text(digest)
    return interpreter(directory)


def _digest(lock: Path) -> str:
    # The base Python's version is part of it: an environment does not survive its interpreter.
    return hashlib.sha256(lock.read_bytes() + repr(sys.version_info[:2]).encode()).hexdigest()


def _make(directory: Path) -> None:
    if importlib.util.find_spec("ensurepip") is None:
        raise ToolError(
            f"this Python ({sys.executable}) cannot make virtual environments: its venv package is not installed. "
            "On Debian and Ubuntu: apt-get install python3-venv"
        )
    print(f"Making {_shown(directory)} with {sys.executable}", flush=True)
    try:
        venv.EnvBuilder(with_pip=True, clear=True, symlinks=os.name != "nt").create(directory)
    except (OSError, subprocess.CalledProcessError) as error:
        raise ToolError(f"{_shown(directory)} could not be made: {error}") from error


def _install(directory: Path, lock: Path) -> None:
    # Every package is in the lock, so pip need not resolve anything.
    command = [str(interpreter(directory)), "-m", "pip", "install", "--no-deps", "--require-hashes"]
    command += ["--no-input", "--disable-pip-version-check", "--retries", "2", "-r", str(lock)]
    total = len(re.findall(r"^[\w.\[\]-]+==", lock.read_text(encoding="utf-8"), re.MULTILINE))
    print(f"Installing {total} packages of {_shown(lock)} into {_shown(directory)}, once", flush=True)
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as pip:
        assert pip.stdout is not None
        said = _follow(pip.stdout, total)
    if pip.returncode:
        if OFFLINE.search("".join(said)):
            raise ToolError(
                f"no network: the packages of {_shown(lock)} could not be fetched. Connect, and call again."
            )
        raise ToolError(f"pip could not install {_shown(lock)}:\n" + "".join(said[-15:]))


def _follow(lines, total: int) -> list[str]:
    """Show one moving line on a terminal, a line per ten packages elsewhere; return all that was said."""
    said, count = [], 0
    for line in lines:
        said.append(line)
        if line.startswith("Collecting "):
            count += 1
            if sys.stdout.isatty():
                print(f"\r  {count}/{total} {line.split()[1][:60]:60}", end="", flush=True)
            elif count % 10 == 0:
                print(f"  {count}/{total}", flush=True)
        elif line.startswith("Installing collected"):
            print(("\r" if sys.stdout.isatty() else "") + f"  unpacking and compiling{'':50}", flush=True)
    return said


def _shown(path: Path) -> str:
    return str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else str(path)
