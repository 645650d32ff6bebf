"""Every page as Markdown: what a reader sees is in it, nothing of the machinery is, and every link leads somewhere."""

import re
from pathlib import Path
from urllib.parse import unquote

import markdown
import pytest
from lxml import html
from pymdownx.snippets import SnippetPreprocessor

from scripts import keys, twin
from scripts.addresses import joined
from scripts.checks.pages import FENCE
from scripts.checks.site import ids
from scripts.paths import ROOT
from scripts.tests.support import fail_with

PAGES = keys.pages()
MACHINERY = re.compile(r"<!--|--8<--|^:::|^===|^\?\?\?|\{#|hl_lines|\)\{|#only-|</?(?!br>)[a-z]+[ >]", re.MULTILINE)
LINK = re.compile(r"\]\(([^)\s]+)")


def prose(text: str) -> str:
    """Markdown without code."""
    return twin.CODE.sub("", FENCE.sub("", text))


def read(built: Path, key: str) -> str:
    """The published twin."""
    return (built / keys.twin(key)).read_text(encoding="utf-8")


def dead(site: Path, base: str, text: str) -> list[str]:
    """The links of a text that lead to nothing in the built site."""
    found = []
    for way in LINK.findall(prose(text)):
        page, _, name = joined(base, way).partition("#")
        file = site / unquote(page).strip("/") / "index.html" if page.endswith("/") else site / unquote(page).strip("/")
        if not re.match("[a-z]+:", way) and (not file.is_file() or (name and name not in ids(file))):
            found.append(way)
    return found


@pytest.mark.parametrize("key", PAGES)
def test_links_of_the_twin_resolve(key: str, built: Path) -> None:
    fail_with([f"{keys.twin(key)}:1: links to {way}" for way in dead(built, keys.url(key), read(built, key))])


def test_dead_link_is_seen(built: Path) -> None:
    text = "[a](../problem/) [b](../nowhere/) [c](../problem/#nowhere) `[d](x)` [e](https://e.example/)\n```\n[f](y)\n```\n"
    assert dead(built, "causes/", text) == ["../nowhere/", "../problem/#nowhere"]


@pytest.mark.parametrize("key", PAGES)
def test_twin_has_no_machinery(key: str, built: Path) -> None:
    found = MACHINERY.findall(prose(read(built, key)))
    fail_with([f"{keys.twin(key)}:1: holds {text}" for text in found])
    assert not re.search(r"\]\[[\w-]+\]", prose(read(built, key)))


@pytest.mark.parametrize("key", PAGES)
def test_page_names_its_twin(key: str, built: Path) -> None:
    page = html.parse(str(built / keys.url(key) / "index.html")).getroot()
    (way,) = page.xpath("//link[normalize-space(@rel)='alternate'][@type='text/markdown']/@href")
    assert joined(keys.url(key), way) == f"/{keys.twin(key)}"


@pytest.mark.parametrize("key", PAGES)
def test_twin_holds_the_code_that_the_page_shows(key: str, built: Path) -> None:
    """The page's code is in it, in order; of a module the source is, whole."""
    text = squeezed(read(built, key))
    page = html.parse(str(built / keys.url(key) / "index.html"), html.HTMLParser(encoding="utf-8")).getroot()
    blocks = page.xpath(
        "//article//div[contains(@class, 'highlight')]//pre/code[not(ancestor::*[contains(@class, 'doc')])]"
    )
    shown = [squeezed(block.text_content()) for block in blocks]
    fail_with([f"{keys.twin(key)}:1: lacks {code[:200]}" for code in shown if code not in text])
    assert shown or not FENCE.search(read(built, key)) or key == "reference/kit"


def squeezed(text: str) -> str:
    """Text without blank space, which tabs and blank lines change."""
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("key", PAGES)
def test_includes_are_expanded_as_the_builder_does(key: str) -> None:
    lines = [
        line for line in keys.page(key).read_text(encoding="utf-8").splitlines() if "--8<--" in line and "`" not in line
    ]
    options = {
        "base_path": [str(ROOT)],
        "encoding": "utf-8",
        "check_paths": True,
        "auto_append": [],
        "url_download": False,
        "url_max_size": 0,
        "url_timeout": 0,
        "url_request_headers": {},
        "dedent_subsections": True,
        "restrict_base_path": True,
        "max_retries": 0,
        "backoff_retries": 0,
        "backoff_factor": 0,
    }
    for line in lines:
        wanted = SnippetPreprocessor(options, markdown.Markdown()).run([line])
        assert _lines(twin.expanded(line)) == _lines("\n".join(wanted))


def _lines(text: str) -> list[str]:
    """Lines without the blank space at their ends, and none at the end."""
    return [line.rstrip() for line in text.rstrip().split("\n")]


def test_list_names_every_page(built: Path) -> None:
    text = (built / "llms.txt").read_text(encoding="utf-8")
    assert text.startswith("# MissingGreenlet: which cause is yours?\n\n> ")
    assert sorted(LINK.findall(text)) == sorted([*(keys.twin(key) for key in PAGES), "llms-full.txt"])
    assert dead(built, "", text) == []


def test_one_file_holds_every_page(built: Path) -> None:
    text = (built / "llms-full.txt").read_text(encoding="utf-8")
    assert re.findall(r"^<!-- (\S+) -->$", text, re.MULTILINE)[0] == "index.md"
    assert sorted(re.findall(r"^<!-- (\S+\.md) -->$", text, re.MULTILINE)) == sorted(map(keys.twin, PAGES))
    assert dead(built, "", re.sub(r"<!--.*?-->", "", text)) == []


def test_notation_becomes_plain() -> None:
    source = (
        "Text <small>[a](other.md#x) and [b][ref]</small>, `<small>` and `[c](d.md)`.\n\n"
        '=== "2.1"\n    ```text\n    out\n    ```\n=== "2.0"\n    ```text\n    more\n    ```\n'
        "\n## Head {#head}\n\n[ref]: broken.py\n"
    )
    plain = twin.plain(source, "causes/made-up")
    assert plain == (
        "Text [a](../other/#x) and [b](../broken.py), `<small>` and `[c](d.md)`.\n\n**2.1**\n\n```text\nout\n```\n\n"
        "**2.0**\n\n```text\nmore\n```\n\n## Head\n"
    )
