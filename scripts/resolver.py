"""Resolve what a ``.in`` file asks for into pins with hashes, kept in the groups it was asked in.

A ``.in`` file has a requirement a line, ``# Group`` headings, and two directives of this module:
``--read FILE`` takes the lines of another, ``--leave-out NAME`` drops a package that others depend on.
"""

import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from scripts.bootstrap import ToolError

HEADER = "# Written by `python3 -m scripts lock` from {source}; do not edit.\n"
NAME = re.compile(r"[A-Za-z0-9][\w.-]*")


@dataclass
class Wanted:
    """What one ``.in`` file asks for: requirement lines by group, and the packages it leaves out."""

    groups: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    left_out: set[str] = field(default_factory=set)


def canonical(name: str) -> str:
    """The name as PEP 503 normalises it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def read(source: Path, into: Wanted | None = None, group: str = "Wanted") -> Wanted:
    """Parse a ``.in`` file and those it reads."""
    wanted = into or Wanted()
    for line in source.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            group = line[2:]
        elif line.startswith("--read "):
            read(source.parent / line.split()[1], wanted, group)
        elif line.startswith("--leave-out "):
            wanted.left_out.add(canonical(line.split()[1]))
        elif line.strip():
            requirement, _, word = line.partition("#")
            wanted.groups.setdefault(group, []).append((requirement.strip(), word.strip()))
    return wanted


def resolve(wanted: Wanted) -> dict[str, str]:
    """The pins by canonical name: each a requirement with its hashes, as pip reads it.

    Raises:
        ToolError: uv found no solution, or no network.
    """
    asked = "\n".join(line for lines in wanted.groups.values() for line, _ in lines)
    with tempfile.TemporaryDirectory() as directory:
        source, target = Path(directory, "in.txt"), Path(directory, "out.txt")
        source.write_text(asked)
        command = [sys.executable, "-m", "uv", "pip", "compile", str(source), "-o", str(target), "--universal"]
        command += ["--python-version", "3.11", "--generate-hashes", "--no-annotate", "--no-header", "-q"]
        command += ["--fork-strategy", "fewest", "--no-config", "--index-strategy", "first-index"]
        done = subprocess.run(command, stderr=subprocess.PIPE, text=True)
        if done.returncode:
            raise ToolError(f"uv could not resolve {asked!r}:\n{done.stderr}")
        pins = re.split(r"\n(?=[A-Za-z0-9])", target.read_text().strip())
    named = {canonical(match.group()): pin for pin in pins if (match := NAME.match(pin))}
    return {name: pin for name, pin in named.items() if name not in wanted.left_out}


def write(source: Path, target: Path) -> None:
    """Resolve ``source`` and write ``target``: the direct requirements by group, then what they need."""
    wanted = read(source)
    pins = resolve(wanted)
    parts = [HEADER.format(source="scripts/locks/" + source.name)]
    for group, lines in wanted.groups.items():
        parts.append(f"\n# {group}\n")
        for line, word in lines:
            match = NAME.match(line)
            pin = pins.pop(canonical(match.group()), None) if match else None
            parts += [f"# {word}\n{pin}\n"] if pin else []
    parts.append("\n# What these need\n" + "".join(f"{pin}\n" for _, pin in sorted(pins.items())))
    target.write_text("".join(parts), encoding="utf-8")
