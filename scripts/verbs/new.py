"""Make the files of a new page: KEY, such as causes/my-situation."""

import re
import sys
from pathlib import Path

from scripts import keys
from scripts.bootstrap import ToolError
from scripts.paths import ROOT

TEMPLATES = ROOT / "scripts" / "templates"
GROUP = re.compile(r"^group: .*\n", re.MULTILINE)
KEY = re.compile(r"[a-z0-9]+(?:[-.][a-z0-9]+)*(?:/[a-z0-9]+(?:[-.][a-z0-9]+)*)*")


def main(argv: list[str]) -> int:
    """Write the page, its programs, the link that publishes them, and the entry in the navigation."""
    if len(argv) != 1 or not KEY.fullmatch(argv[0]):
        print("usage: python3 -m scripts new KEY    (lower case, such as causes/my-situation)", file=sys.stderr)
        return 2
    key = argv[0]
    if keys.page(key).exists():
        raise ToolError(f"docs/{key}.md is there already: choose another key, or edit it")
    for path in create(ROOT, key):
        print(f"wrote {path.relative_to(ROOT)}")
    print(f"\nNow write what is marked TO-WRITE; `python3 -m scripts test -k {key}` names it all.")
    if keys.is_cause(key):
        print("A cause also needs a rule in docs/assets/diagnosis/rules.js.")
    return 0


def create(root: Path, key: str) -> list[Path]:
    """Make the files of ``key`` in the checkout ``root``; return them."""
    docs, snippets = root / "docs", root / "snippets"
    coded = keys.demands_code(key) or key.startswith("lookalikes/")
    made = [_write(keys.page(key, docs), "cause.md" if coded else "topic.md", key)]
    if coded:
        folder = keys.folder(key, snippets)
        made += [_write(folder / name, name, key) for name in ("broken.py", "fixed-remedy.py")]
        link = keys.published(key, docs)
        link.symlink_to(Path("../" * (key.count("/") + 1)) / "snippets" / key)
        made.append(link)
    return [*made, *_navigation(root / "mkdocs.yml", key)]


def _write(path: Path, template: str, key: str) -> Path:
    text = (TEMPLATES / template).read_text(encoding="utf-8")
    last = key.rpartition("/")[2]
    if not keys.is_cause(key):
        text = GROUP.sub("", text)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.replace("KEY", key).replace("NAME", last.replace(".", "-")).replace("LAST", last), "utf-8")
    return path


def _navigation(config: Path, key: str) -> list[Path]:
    """Enter the page after the last one of its section; a section of its own has to be written by hand."""
    section = key.rpartition("/")[0]
    lines = config.read_text(encoding="utf-8").splitlines(keepends=True)
    entries = [at for at, line in enumerate(lines) if line.strip().startswith(f"- {section}/")] if section else []
    if not entries:
        print(f"enter {key}.md under nav: in mkdocs.yml")
        return []
    indent = lines[entries[-1]].partition("-")[0]
    lines.insert(entries[-1] + 1, f"{indent}- {key}.md\n")
    config.write_text("".join(lines), encoding="utf-8")
    return [config]
