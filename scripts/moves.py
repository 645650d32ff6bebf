"""``scripts/moved.txt``: short addresses, and where pages, anchors and programs that moved stand now.

A line is ``/old/ -> /new/``, ``/page/#old -> /page/#new`` or ``/old.py -> /new.py``. The redirects of the built site,
and what the ledger holds for resolved, are made from it.
"""

import re
from collections.abc import Container, Mapping
from pathlib import Path

from scripts.paths import MOVED

LINE = re.compile(r"(/\S*) -> (/\S*)")
MOST = 9  # moves of one address


def load(path: Path = MOVED) -> dict[str, str]:
    """Old address -> new one, as the lines say it."""
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return {match[1]: match[2] for line in lines if (match := LINE.fullmatch(line))}


def resolved(url: str, known: Mapping[str, str]) -> str:
    """Where ``url`` leads in the end. A page that moved takes its anchors along, unless one has a line of its own."""
    for _ in range(MOST):
        page, mark, name = url.partition("#")
        if url in known:
            url = known[url]
        elif page in known:
            url = known[page] if "#" in known[page] else f"{known[page]}{mark}{name}"
        else:
            break
    return url


def problems(present: Container[str], path: Path = MOVED) -> list[str]:
    """Lines that say nothing, hide what is there, or lead nowhere. ``present``: what ``ledger.pages`` finds."""
    known, found = load(path), []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        where = f"scripts/{path.name}:{number}:"
        match = LINE.fullmatch(line)
        if not match:
            found.append(f"{where} “{line}” is no move: write /old/ -> /new/")
        elif match[1] in present:
            found.append(f"{where} {match[1]} is there: remove the line, or the page or heading of that name")
        elif resolved(match[1], known) not in present:
            found.append(f"{where} leads to {resolved(match[1], known)}, which is not there: correct the new address")
    return found
