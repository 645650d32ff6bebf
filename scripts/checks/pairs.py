"""Pages and code belong together, both ways."""

from pathlib import Path

from scripts import keys
from scripts.checks.tree import Tree
from scripts.paths import ROOT, RULES
from scripts.rules import rule_keys


def problems(tree: Tree, key: str) -> list[str]:
    """What does not fit between the page of ``key`` and its folder."""
    page, folder = tree.page(key), tree.folder(key)
    has_code = folder.is_dir() and (any(folder.glob("*.py")) or any(folder.glob("*.out")))
    shown = tree.shown(page)
    if not page.is_file() and not has_code:
        return []
    if not page.is_file():
        return [f"{tree.shown(folder)}:1: there is code but no page {shown}: write the page, or remove the folder"]
    if not has_code:
        new = f"write its programs in {tree.shown(folder)}/ (python3 -m scripts new {key} makes the files)"
        return [f"{shown}:1: this page needs programs, but there are none: {new}"] if keys.demands_code(key) else []
    return [*_link(tree, key), *_files(tree, key), *_unshown(tree, key), *_results(tree, key), *_cause(tree, key)]


def _link(tree: Tree, key: str) -> list[str]:
    link = keys.published(key, tree.docs)
    if link.is_symlink() and link.resolve() == tree.folder(key).resolve():
        return []
    up = "../" * (key.count("/") + 1)
    repair = f"ln -s {up}snippets/{key} {tree.shown(link)}"
    return [
        f"{tree.shown(link)}:1: this link to the code is missing, so the programs are not published; repair: {repair}"
    ]


def _files(tree: Tree, key: str) -> list[str]:
    found = []
    for path in sorted(tree.folder(key).iterdir()):
        where = f"{tree.shown(path)}:1:"
        if path.suffix == ".out" and not keys.program_of(path).is_file():
            found.append(
                f"{where} no program {keys.program_of(path).name} prints this: remove it, or write the program"
            )
        elif path.suffix == ".py" and not keys.kind(path):
            found.append(f"{where} a program is named broken, broken-VARIANT, fixed-REMEDY or shows-FACT: rename it")
        elif path.suffix == ".py" and not _outputs(path):
            repair = f"python3 -m scripts test --record -k {key}"
            found.append(f"{where} no output is recorded beside this program; repair: {repair}")
    return found


def _outputs(program: Path) -> list[Path]:
    return [path for path in program.parent.glob(f"{program.stem}.*out") if keys.program_of(path) == program]


def _unshown(tree: Tree, key: str) -> list[str]:
    """Programs and outputs that the page does not show."""
    included = {name for _, name, _ in tree.includes(key)}
    found = []
    for path in sorted(tree.folder(key).iterdir()):
        name = keys.included(path, tree.snippets)
        if path.suffix in (".py", ".out") and name not in included:
            repair = f'include it with --8<-- "{name}", or remove it'
            found.append(f"{name}:1: {tree.shown(tree.page(key))} does not show this: {repair}")
    return found


def _results(tree: Tree, key: str) -> list[str]:
    """A page with programs shows what they did on every cell."""
    block = "<!-- generated: verified -->"
    if block in tree.text(key):
        return []
    repair = f"add the lines “{block}” and “<!-- /generated -->”, then python3 -m scripts generate"
    return [f"{tree.shown(tree.page(key))}:1: the results of its programs are not shown; repair: {repair}"]


def _cause(tree: Tree, key: str) -> list[str]:
    if not keys.is_cause(key):
        return []
    where, folder = f"{tree.shown(tree.page(key))}:1:", tree.folder(key)
    found = []
    if not (folder / "broken.py").is_file():
        found.append(f"{where} a cause needs a program that fails: write {tree.shown(folder)}/broken.py")
    if not any(folder.glob("fixed-*.py")):
        found.append(f"{where} a cause needs a fix that was run: write {tree.shown(folder)}/fixed-REMEDY.py")
    rules = RULES.relative_to(ROOT)
    if key not in rule_keys(tree.root / rules):
        found.append(f"{where} no diagnosis rule leads to {key}: add one to {rules}")
    return found
