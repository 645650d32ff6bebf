"""Bring the generated tables in the pages up to date (--check: only say which are not)."""

from scripts import generated
from scripts.paths import ROOT


def main(argv: list[str]) -> int:
    """Write the blocks; with ``--check`` list the pages out of date and return 1 if there is one."""
    if "--check" in argv:
        pages = [str(path.relative_to(ROOT)) for path in generated.stale()]
        for page in pages:
            print(f"{page}:1: a generated table is out of date; repair: python3 -m scripts generate")
        return int(bool(pages))
    for page in generated.write():
        print(f"wrote {page}")
    return 0
