"""The Markdown twin of every page, ``llms.txt`` that lists them, and ``llms-full.txt`` that holds them all."""

import json
from pathlib import Path

from lxml import html

from scripts import keys, twin
from scripts.addresses import relative
from scripts.checks import navigation
from scripts.checks.tree import Tree
from scripts.diagnosis_pages import description, title

ABOUT = """Every page is here as Markdown, with its programs and what they printed; its folder serves it as HTML.
[llms-full.txt](llms-full.txt) holds them all in one file."""


def run(site: Path) -> None:
    """Write the twins and the two lists."""
    for key in keys.pages():
        (site / keys.twin(key)).write_text(f"{_front(site, key)}\n{twin.text(key)}", encoding="utf-8")
    sections = navigation.sections(Tree())
    (site / "llms.txt").write_text(_list(sections), encoding="utf-8")
    every = [key for held in sections.values() for key in held]
    whole = [f"<!-- {relative('', keys.twin(key))} -->\n\n{twin.text(key, '')}" for key in every]
    (site / "llms-full.txt").write_text("\n".join(whole), encoding="utf-8")


def _front(site: Path, key: str) -> str:
    """Title, one-line answer and address of the page, as YAML."""
    page = html.parse(str(site / keys.url(key) / "index.html"), html.HTMLParser(encoding="utf-8"))
    told = {"title": title(key), "description": description(key)}
    told["canonical"] = str(page.xpath("string(//link[@rel='canonical']/@href)"))
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in told.items()]
    return "\n".join(["---", *lines, "---", ""])


def _list(sections: dict[str, list[str]]) -> str:
    """The pages by section, each with its one-line answer."""
    lines = [f"# {title('index')}", "", f"> {description('index')}", "", ABOUT]
    singles = [key for held in sections.values() if len(held) == 1 for key in held]
    for name, held in {"Site": singles, **{name: held for name, held in sections.items() if len(held) > 1}}.items():
        lines += ["", f"## {name}", "", *(f"- [{title(key)}]({keys.twin(key)}): {description(key)}" for key in held)]
    return "\n".join(lines) + "\n"
