"""Resolve every environment anew to the latest releases, with hashes (needs the network)."""

from scripts import resolver
from scripts.paths import LOCKS, REQUIREMENTS, ROOT


def main(argv: list[str]) -> int:
    """Rewrite requirements.txt and ``scripts/locks/NAME.txt``, or those named in ``argv``."""
    targets = {
        path.name.removesuffix(".in"): path.with_name(path.name.removesuffix(".in") + ".txt")
        for path in sorted(LOCKS.glob("[0-9]*.in"))
    }
    targets["requirements"] = REQUIREMENTS
    # .venv is the 2.1 environment, so that series has no lock of its own.
    del targets["2.1"]
    for name, target in targets.items():
        if argv and name not in argv:
            continue
        resolver.write(LOCKS / f"{name}.in", target)
        print(f"wrote {target.relative_to(ROOT)}")
    return 0
