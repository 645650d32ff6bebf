"""The HTML of the built site is valid: what a parser that follows the standard reports, and what it does not look at.

The Nu checker knows more, and needs Java; the tests ask it where it is. This runs everywhere.
"""

from pathlib import Path

import html5lib
from html5lib.constants import E
from lxml import html

# XPath -> what is wrong with what it finds.
RULES = {
    "//img[not(@alt)]": 'an image has no alt: say what it shows, or alt=""',
    "//*[self::ul or self::ol]/*[not(self::li or self::script or self::template)]": "a list holds what is no item",
    "//dl/*[not(self::dt or self::dd or self::div or self::script or self::template)]": (
        "a definition list holds what is no term and no definition"
    ),
    "//p//*[self::div or self::ul or self::ol or self::table or self::pre or self::p]": "a paragraph holds a block",
    "//a//*[self::a or self::button or self::input]": "a link holds a control",
    "//button//*[self::a or self::button or self::input]": "a button holds a control",
    "//h1//*[self::h2 or self::div or self::p] | //h2//*[self::div or self::p] | //h3//*[self::div or self::p]": (
        "a heading holds a block"
    ),
    "//label[@for and not(@for = //*[@id]/@id)]": "a label is for no field of the page",
    "//*[@id and (contains(@id, ' ') or @id = '')]": "an id is empty or holds a space",
    "//*[@width and not(ancestor-or-self::svg) and not(self::img or self::video or self::canvas)]": (
        "width stands where it is no attribute: set it in site.css"
    ),
    "//*[@align or @bgcolor or @border[not(parent::table)] or @valign]": "an attribute of the look: set it in site.css",
    "//input[(@type='checkbox' or @type='radio') and @autocomplete]": "autocomplete stands where it is no attribute",
    "//*[@markdown]": "markdown= is for the builder, and was left over",
    "//*[@tabindex and not(number(@tabindex) = @tabindex)]": "tabindex is no number",
    "//center | //font | //tt | //big | //strike": "an element of the past",
    "//html[not(@lang)]": "the page does not say its language",
}


def problems(site: Path) -> list[str]:
    """All that is wrong with the pages of ``site``."""
    found = []
    for page in sorted(site.rglob("*.html")):
        text = page.read_text(encoding="utf-8")
        if "<html" in text:  # what is included by another page is no document
            where = page.relative_to(site).as_posix()
            found += [f"site/{where}:{line}: {each}" for line, each in [*parsed(text), *ruled(text)]]
    return found


def parsed(text: str) -> list[tuple[int, str]]:
    """What the standard calls a parse error: line and sentence."""
    parser = html5lib.HTMLParser(strict=False)
    parser.parse(text)
    found = []
    for (line, _), code, data in parser.errors:
        found.append((line, f"not HTML: {(E[code] % data).rstrip('.')}"))
    return found


def ruled(text: str) -> list[tuple[int, str]]:
    """What the rules above find, and pages without exactly one title."""
    tree = html.document_fromstring(text.encode())
    found = [
        (node.sourceline or 1, f"{rule}: <{node.tag}>") for path, rule in RULES.items() for node in tree.xpath(path)
    ]
    head = tree.findall("head/title")
    if len(head) != 1 or not (head[0].text or "").strip():
        found.append((1, f"{len(head)} titles stand in the head: a page has one"))
    return found
