"""Where things stand in the repository, apart from what belongs to a page's key (see ``keys``)."""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
SNIPPETS = ROOT / "snippets"
SITE = ROOT / "site"
LOCKS = ROOT / "scripts" / "locks"
REQUIREMENTS = ROOT / "requirements.txt"
VENV = ROOT / ".venv"
CACHE = ROOT / ".cache"
MATRIX = SNIPPETS / "matrix.json"
GUARDED = SNIPPETS / "guarded.json"
RULES = DOCS / "assets" / "diagnosis" / "rules.js"
REPORTS = ROOT / "scripts" / "tests" / "diagnosis" / "reports.jsonl"
BENCH = SNIPPETS / "loaders" / "benchmark" / "results.json"
LEDGER = ROOT / "scripts" / "published.txt"
MOVED = ROOT / "scripts" / "moved.txt"


def verbs() -> dict[str, str]:
    """Each verb and the first line of its module's docstring, read without importing it."""
    found = {}
    for path in sorted((ROOT / "scripts" / "verbs").glob("[a-z]*.py")):
        doc = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        found[path.stem] = doc.partition("\n")[0]
    return found
