"""Redirects from ``scripts/moved.txt``: a page per short or old address, and a link per anchor that moved.

They are static and relative, so any host serves them under any base path. ``assets/javascripts/moved.js`` goes on with
the query and the fragment; without JavaScript a page is refreshed, and of an anchor a link is left.
"""

import re
import shutil
from collections import defaultdict
from collections.abc import Mapping
from html import escape
from pathlib import Path

from lxml import html

from scripts import ledger, moves
from scripts.addresses import relative
from scripts.bootstrap import ToolError

SCRIPT = "/assets/javascripts/moved.js"
# What links of other sites show: copied from the page that the redirect leads to.
SHOWN = "//head/meta[@name='description' or starts-with(@property, 'og:') or starts-with(@name, 'twitter:')]"
SHOWN += " | //head/link[@rel='canonical']"
PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{title}</title>
{shown}
<script src="{script}" defer></script>
<noscript><meta http-equiv="refresh" content="0; url={way}"></noscript>
</head>
<body>
<h1>{title}</h1>
<p>This page is at <a data-moved="page" href="{way}">{title}</a>.</p>
{anchors}</body>
</html>
"""


def run(site: Path) -> None:
    """Make every redirect.

    Raises:
        ToolError: a sentence per line of ``moved.txt`` that leads nowhere.
    """
    if found := moves.problems(set(ledger.pages())):
        raise ToolError("\n  ".join(["the redirects cannot be made:", *found]))
    write(site, moves.load())


def write(site: Path, known: Mapping[str, str]) -> None:
    """Make the redirects that ``known`` asks for: old address -> new one."""
    anchors = defaultdict[str, dict[str, str]](dict)
    for old in known:
        page, mark, name = old.partition("#")
        anchors[page].update({name: moves.resolved(old, known)} if mark else {})
    for page, moved in anchors.items():
        if page not in known:
            _leave_anchors(site, page, moved)
        elif page.endswith("/"):
            _redirect(site, page, moves.resolved(page, known), moved)
        else:
            (site / page.lstrip("/")).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(site / moves.resolved(page, known).lstrip("/"), site / page.lstrip("/"))


def _redirect(site: Path, page: str, goal: str, moved: Mapping[str, str]) -> None:
    """Write the page that leads from ``page`` to ``goal``."""
    there = html.fromstring(_file(site, goal).read_text(encoding="utf-8"))
    shown = [str(html.tostring(element, encoding="unicode", with_tail=False)) for element in there.xpath(SHOWN)]
    file = _file(site, page)
    file.parent.mkdir(parents=True, exist_ok=True)
    text = PAGE.format(
        title=escape(_title(there)),
        shown="\n".join(shown),
        script=relative(page, SCRIPT),
        way=escape(relative(page, goal)),
        anchors="".join(_link(site, page, name, to) for name, to in moved.items()),
    )
    file.write_text(text, encoding="utf-8")


def _leave_anchors(site: Path, page: str, moved: Mapping[str, str]) -> None:
    """Let old anchors of a page that is still there resolve: beside the new id, or as a link at the end."""
    file = _file(site, page)
    text = file.read_text(encoding="utf-8")
    for name, goal in moved.items():
        there, _, new = goal.partition("#")
        if there == page and new:
            text = re.sub(rf'<[^>]*\bid="{re.escape(new)}"[^>]*>', rf'\g<0><span id="{name}"></span>', text, count=1)
        else:
            text = text.replace("</article>", f"{_link(site, page, name, goal)}</article>", 1)
    if "data-moved" in text and "/moved.js" not in text:
        text = text.replace("</head>", f'<script src="{relative(page, SCRIPT)}" defer></script></head>', 1)
    file.write_text(text, encoding="utf-8")


def _link(site: Path, page: str, name: str, goal: str) -> str:
    title = escape(_title(html.fromstring(_file(site, goal).read_text(encoding="utf-8"))))
    way = escape(relative(page, goal))
    return f'<p>The section “{name}” is now in <a data-moved id="{name}" href="{way}">{title}</a>.</p>\n'


def _file(site: Path, url: str) -> Path:
    return site / url.partition("#")[0].lstrip("/") / "index.html"


def _title(page: html.HtmlElement) -> str:
    """The page's H1, without the sign of its own link."""
    return "".join(map(str, page.xpath("//h1[1]//text()[not(ancestor::a[@class='headerlink'])]"))).strip()
