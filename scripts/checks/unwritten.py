"""What ``python3 -m scripts new`` marked and nobody has written yet."""

from scripts.checks.tree import Tree

MARK = "TO-WRITE"


def problems(tree: Tree, key: str) -> list[str]:
    """Every mark left in the page and the programs of ``key``."""
    paths = [tree.page(key), *sorted(tree.folder(key).glob("*.py"))]
    return [
        f"{tree.shown(path)}:{number}: still to write: {line.strip()[:100]}"
        for path in paths
        if path.is_file()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if MARK in line
    ]
