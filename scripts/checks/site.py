"""The built site: every link and anchor resolves, ids are unique, nothing is asked of a third party."""

from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import html

from scripts.paths import ROOT

# What a browser fetches by itself when it shows a page.
ASSETS = "//script/@src | //img/@src | //iframe/@src | //source/@src | //video/@src | //link[@rel='stylesheet']/@href"
ASSETS += " | //link[@rel='icon']/@href | //link[@rel='preconnect']/@href | //link[@rel='preload']/@href"
LINKS = "//a/@href | //link[@rel='prev' or @rel='next']/@href | //*[local-name()='use']/@href"


def problems(site: Path) -> list[str]:
    """All that is wrong with the pages of ``site``."""
    found = []
    for path in sorted(site.rglob("*.html")):
        # 404.html is served at any depth, so its links are absolute; fragments of pages have no links.
        if path.name != "404.html":
            found += _page(site, path)
    return found


def ids(path: Path) -> list[str]:
    """Every id on a built page, in order."""
    return _parsed(path, path.stat().st_mtime)[1]


def _page(site: Path, path: Path) -> list[str]:
    tree, where = _tree(path), f"{_shown(site, path)}:1:"
    names = ids(path)
    found = [f"{where} the id #{name} stands twice: give one of them another" for name in sorted(_twice(names))]
    for target in map(str, tree.xpath(ASSETS)):
        if urlsplit(target).netloc:
            found.append(f"{where} asks {urlsplit(target).netloc} for {target}: keep that file in docs/assets/")
        elif sentence := _unresolved(site, path, target):
            found.append(f"{where} {sentence}")
    for target in map(str, tree.xpath(LINKS)):
        parts = urlsplit(target)
        if not parts.scheme and not parts.netloc and (sentence := _unresolved(site, path, target)):
            found.append(f"{where} {sentence}")
    return found


def _unresolved(site: Path, path: Path, target: str) -> str:
    """Why a link of a page leads nowhere; empty if it resolves."""
    here = "/" + path.relative_to(site).as_posix()
    parts = urlsplit(urljoin(here, target))
    file = site / unquote(parts.path).lstrip("/")
    file = file / "index.html" if parts.path.endswith("/") or file.is_dir() else file
    if not file.is_file():
        return f"links to {target}, but there is no {_shown(site, file)}: correct the link, or restore that page"
    if parts.fragment and file.suffix == ".html" and unquote(parts.fragment) not in ids(file):
        return (
            f"links to {target}, but {_shown(site, file)} has no #{parts.fragment}: correct the link, or restore the id"
        )
    return ""


@cache
def _parsed(path: Path, stamp: float) -> tuple[html.HtmlElement, list[str]]:
    tree = html.parse(str(path), html.HTMLParser(encoding="utf-8")).getroot()
    return tree, [str(name) for name in tree.xpath("//*[@id]/@id")]


def _tree(path: Path) -> html.HtmlElement:
    return _parsed(path, path.stat().st_mtime)[0]


def _twice(names: list[str]) -> set[str]:
    return {name for name in names if names.count(name) > 1}


def _shown(site: Path, path: Path) -> str:
    inside = path.relative_to(site).as_posix()
    return f"{site.relative_to(ROOT) if site.is_relative_to(ROOT) else 'site'}/{inside}"
