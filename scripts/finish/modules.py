"""ES modules as functions of one classic script: what ``offline`` needs of the language, and no more.

It knows the forms that this project's scripts use: named imports and exports, a default, import() and import.meta.url.
A form that it does not know is a SyntaxError in the browser, which the tests of the archive see.
"""

import re
from collections.abc import Iterator
from pathlib import Path

# In a page: the type of a script, before and after the word.
IN_PAGE = re.compile(r"""(<script\b[^>]*?\stype=["']?)module(["']?[\s>])""")
SOURCE = re.compile(r"""\ssrc=["']?([^"'\s>]+)""")
LINES = re.compile(r"^(?:import|export) ", re.MULTILINE)
IMPORT = re.compile(r'^import (?:(\w+)|(\{[^}]*\})) from "([^"]+)";', re.MULTILINE)
BARE_IMPORT = re.compile(r'^import "([^"]+)";', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const|let)\*? (\w+))", re.MULTILINE)
LATER = re.compile(r"\bimport\((?!\))")
MINIFIED = re.compile(r"\.min\.js$")


def joined(site: Path) -> Iterator[str]:
    """Every module as a line of an object, name -> function; import() in the other scripts is changed in place."""
    named = _named_in_pages(site)
    for path in sorted((site / "assets").rglob("*.js")):
        if MINIFIED.search(path.name):
            continue
        text, name = path.read_text(encoding="utf-8"), path.relative_to(site).as_posix()
        if LINES.search(text) or path in named:
            yield f'"{name}": function (offlineNeed, offlineAddress) {{\n{_function(text, path, site)}\n}},'
        elif LATER.search(text):
            path.write_text(LATER.sub(f'offlineImport("{name}", ', text), encoding="utf-8")


def _named_in_pages(site: Path) -> set[Path]:
    found = set()
    for page in site.rglob("*.html"):
        for tag in re.findall(r"<script\b[^>]*>", page.read_text(encoding="utf-8")):
            source = SOURCE.search(tag)
            if IN_PAGE.match(tag) and source:
                found.add((page.parent / source[1]).resolve())
    return found


def _function(text: str, path: Path, site: Path) -> str:
    """A module's text as the body of a function that returns what the module exports."""

    def need(target: str) -> str:
        return f'offlineNeed("{(path.parent / target).resolve().relative_to(site.resolve()).as_posix()}")'

    def imported(match: re.Match[str]) -> str:
        names = f"{{ default: {match[1]} }}" if match[1] else match[2].replace(" as ", ": ")
        return f"const {names} = {need(match[3])};"

    exported = EXPORT.findall(text)
    text = IMPORT.sub(imported, text)
    text = BARE_IMPORT.sub(lambda match: f"{need(match[1])};", text)
    text = EXPORT.sub("", text)
    if re.search(r"^export default ", text, re.MULTILINE):
        text = re.sub(r"^export default ", "const offlineDefault = ", text, count=1, flags=re.MULTILINE)
        exported.append("default: offlineDefault")
    text = text.replace("import.meta.url", "offlineAddress")
    text = LATER.sub(f'offlineImport("{path.relative_to(site).as_posix()}", ', text)
    return f'"use strict";\n{text}\nreturn {{ {", ".join(exported)} }};'
