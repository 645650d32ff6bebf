"""Let the theme's scripts wait until the reader first acts: a page is read, and its links work, without them.

They stand in a <template>, which a browser neither loads nor runs; ``first-view.js`` takes them out of it. Without
JavaScript they would do nothing.
"""

import re
from pathlib import Path

# A script of these, with the way to the site's root. Their order is that of the page.
WAITING = re.compile(
    r"""<script\b[^>]*?\ssrc=["']?([^"'\s>]*?)assets/javascripts/(?:material-search|bundle|take|search-box)\.[^>]*></script>\s*"""
)
FIRST = '<script src="{}assets/javascripts/first-view.js"></script>'
# What the bundle does with the palettes before the first paint, for a reader who has chosen none: see its watchPalette.
CHOSEN = re.compile(r"""(<script>var palette=__md_get\("__palette"\).*?)</script>""", re.DOTALL)
PALETTE = """{
const chosen=__md_get("__palette"),at=chosen?chosen.index:0;
if(!chosen&&matchMedia("(prefers-color-scheme: dark)").matches)document.body.setAttribute("data-md-color-scheme","slate");
document.querySelectorAll("[data-md-component=palette] label")[at].hidden=false
}</script>"""


def run(site: Path) -> None:
    """Change every page that the theme made.

    Raises:
        ValueError: one of them loads its scripts in another way.
    """
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        if "__md_get" in text:
            if not (CHOSEN.search(text) and len(WAITING.findall(text)) >= 2):
                raise ValueError(f"{page}: the theme's bundle or its script for the palette is not where it was")
            page.write_text(waiting(text), encoding="utf-8")


def waiting(text: str) -> str:
    """The page with the theme's scripts at rest, and the script that wakes them."""
    text = CHOSEN.sub(lambda script: script[1] + PALETTE, text)
    found = list(WAITING.finditer(text))
    template = f'<template id="later">{"".join(script[0] for script in found)}</template>{FIRST.format(found[0][1])}'
    start = found[0].start()
    return text[:start] + template + WAITING.sub("", text[start:])
