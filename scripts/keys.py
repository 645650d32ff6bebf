"""The mapping rule: from a page's key to its page, URL, code, outputs and includes, and back.

The key is the page's path below ``docs/`` without ``.md``. Nothing else in the project knows this rule.
"""

from pathlib import Path

from scripts.paths import DOCS, SNIPPETS

KINDS = ("broken", "fixed", "shows")
# Packages with tests of their own, not keys.
PACKAGES = ("kit", "fastapi/app")
# Sections whose every page demands code, and single pages that do.
SECTIONS = ("causes/", "lookalikes/", "loaders/", "models/", "engine/", "fastapi/", "prevent/", "migrate/")
SINGLES = ("problem", "myths")


def page(key: str, docs: Path = DOCS) -> Path:
    """The Markdown file of ``key``."""
    return docs / f"{key}.md"


def folder(key: str, snippets: Path = SNIPPETS) -> Path:
    """The folder of the code of ``key``."""
    return snippets / key


def published(key: str, docs: Path = DOCS) -> Path:
    """The link through which the builder finds the code of ``key`` and publishes it beside the page."""
    return docs / key


def url(key: str) -> str:
    """The path of the page on the site, without a leading slash: ``index`` is the site's root."""
    return (f"{key}/".removesuffix("index/")) if key.endswith("index") else f"{key}/"


def directory(key: str) -> str:
    """The folder of the page below ``docs/``, from which its links are written; without a leading slash."""
    return key.rpartition("/")[0]


def twin(key: str) -> str:
    """The path of the page's Markdown on the site."""
    return f"{url(key)}index.md"


def card(key: str) -> str:
    """The path of the picture that links to the page show."""
    return f"assets/cards/{key}.png"


def key_of_page(path: Path, docs: Path = DOCS) -> str:
    """The key of a Markdown file."""
    return path.relative_to(docs).as_posix().removesuffix(".md")


def key_of_code(path: Path, snippets: Path = SNIPPETS) -> str:
    """The key of a program or an output."""
    return path.parent.relative_to(snippets).as_posix()


def key_of_url(location: str) -> str:
    """The key of a path on the site."""
    bare = location.partition("#")[0].strip("/").removesuffix("index.html").strip("/")
    if not bare:
        return "index"
    return f"{bare}/index" if page(f"{bare}/index").is_file() else bare


def demands_code(key: str) -> bool:
    """Whether a page of this key must have a folder of programs."""
    return key.startswith(SECTIONS) or key in SINGLES


def is_cause(key: str) -> bool:
    """Whether the page explains one cause (``causes/index`` does not)."""
    return key.startswith("causes/") and not key.endswith("/index")


def pages(docs: Path = DOCS) -> list[str]:
    """All keys that have a page."""
    return sorted(key_of_page(path, docs) for path in docs.rglob("*.md") if ".overrides" not in path.parts)


def folders(snippets: Path = SNIPPETS) -> list[str]:
    """All keys that have a folder with a program or an output in it."""
    homes = {path.parent for end in ("py", "out") for path in snippets.rglob(f"*.{end}")}
    found = {home.relative_to(snippets).as_posix() for home in homes}
    return sorted(key for key in found if key != "." and not in_package(key))


def in_package(key: str) -> bool:
    """Whether ``key`` names a package with tests of its own, or a folder in one."""
    return any(key == name or key.startswith(f"{name}/") for name in PACKAGES)


def programs(snippets: Path = SNIPPETS) -> list[Path]:
    """All programs, in the order of their keys."""
    return [path for key in folders(snippets) for path in sorted(folder(key, snippets).glob("*.py"))]


def kind(path: Path) -> str:
    """``broken``, ``fixed`` or ``shows``, from a program's or an output's name; ``""`` for another name."""
    head = path.name.partition(".")[0].partition("-")
    return head[0] if head[0] in KINDS and (head[0] == "broken" or head[2]) else ""


def output(program: Path, variant: str = "") -> Path:
    """The recorded output of ``program``; ``variant`` is an environment, a database, or ``ENVIRONMENT.DATABASE``."""
    return program.parent / f"{program.stem}{'.' if variant else ''}{variant}.out"


def program_of(path: Path) -> Path:
    """The program that an output belongs to. A program's own name holds no dot."""
    return path.parent / f"{path.name.partition('.')[0]}.py"


def included(path: Path, snippets: Path = SNIPPETS) -> str:
    """The name of a file in an include, written from the repository's root."""
    return f"snippets/{path.relative_to(snippets).as_posix()}"


def identity(path: Path, snippets: Path = SNIPPETS) -> str:
    """The name of a program in test ids and in the matrix: its path below ``snippets/``."""
    return path.relative_to(snippets).as_posix()
