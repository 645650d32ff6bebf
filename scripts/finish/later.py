"""Let the theme's scripts wait until the reader first acts: a page is read, and its links work, without them.

They stand in a <template>, which a browser neither loads nor runs; ``first-view.js`` takes them out of it. Without
JavaScript they would do nothing.
"""

import re
from pathlib import Path

from scripts.bootstrap import ToolError

# A script of these, with the way to the site's root. Their order is that of the page.
WAITING = re.compile(
    r"""<script\b[^>]*?\ssrc=["']?([^"'\s>]*?)assets/javascripts/(?:material-search|search-box|bundle|take)\.[^>]*></script>\s*"""
)
FIRST = '<script src="{}assets/javascripts/first-view.js"></script>'
# What the bundle does with the palette before the first paint. The scheme is set before anything is drawn; the theme's
# own script for the others comes after the header, which would else be drawn in parts.
BODY = re.compile(r"<body\b[^>]*>")
SCHEME = """<script>{
const chosen=__md_get("__palette"),dark=matchMedia("(prefers-color-scheme: dark)").matches
document.body.setAttribute("data-md-color-scheme",chosen?chosen.color.scheme:dark?"slate":"default")
}</script>"""
CHOSEN = re.compile(r"""(<script>var palette=__md_get\("__palette"\).*?)</script>\s*""", re.DOTALL)
TOGGLE = """
document.querySelectorAll("[data-md-component=palette] label").forEach(
(label,at)=>label.hidden=at!==(palette?palette.index:0))</script>"""
# The toggle of a reader who has chosen nothing.
FIRST_TOGGLE = re.compile(r"""(<label\b[^>]*\sfor=["']?__palette_1["']?) hidden""")


def run(site: Path) -> None:
    """Change every page that the theme made.

    Raises:
        ToolError: one of them loads its scripts in another way.
    """
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        if "__md_get" in text:
            if not (CHOSEN.search(text) and len(WAITING.findall(text)) >= 2):
                raise ToolError(
                    f"{page}: the theme's bundle or its script for the palette is not where it was: see what the theme "
                    "now writes, and mend the patterns in scripts/finish/later.py"
                )
            page.write_text(waiting(text), encoding="utf-8")


def waiting(text: str) -> str:
    """The page with the theme's scripts at rest, and the script that wakes them."""
    palette = CHOSEN.search(text)
    assert palette
    text = FIRST_TOGGLE.sub(r"\1", CHOSEN.sub("", text), count=1)
    text = text.replace("</header>", f"</header>{palette[1]}{TOGGLE}", 1)
    text = BODY.sub(lambda body: body[0] + SCHEME, text, count=1)
    found = list(WAITING.finditer(text))
    template = f'<template id="later">{"".join(script[0] for script in found)}</template>{FIRST.format(found[0][1])}'
    start = found[0].start()
    return text[:start] + template + WAITING.sub("", text[start:])
