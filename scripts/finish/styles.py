"""Give every page the rules that it needs to be read, in itself; the whole style sheet follows without holding it up.

The page's sheets become one file. The browser loads it as a sheet for paper, for which nothing waits, and when the
reader acts ``first-view.js`` makes it the sheet of the screen; without JavaScript it is one from the start. Until then
what no reader sees before acting is hidden, so that its rules need not be in the page.
"""

import re
from collections.abc import Sequence
from pathlib import Path

from lxml import html

from scripts.bootstrap import ToolError
from scripts.selectors import Selectors
from scripts.sheets import Rule, cut, rules, written

WHOLE = "assets/stylesheets/whole.css"
# The way to the site's root, and the file below it.
SHEET = re.compile(r"""<link\b[^>]*?\srel=["']?stylesheet\b[^>]*?\shref=["']?([^"'\s>]*?)(assets/[^"'\s>]+)[^>]*>\s*""")
# An address in a style sheet that is no data.
OTHER_FILE = re.compile(r"""@import|url\((?!["']?(?:data:|#))""")
# What is hidden at rest: everywhere, and below the widths at which a drawer holds the navigation, a dialog the search.
UNSEEN = {
    "": (".md-search__output", ".md-search__options", ".md-dialog", ".md-top", ".md-overlay"),
    "max-width:76.234375em": (".md-sidebar--primary",),
    "max-width:59.984375em": (".md-sidebar--primary", ".md-search"),
}
# Rules that the theme writes into every page.
INLINE = re.compile(r"<style>(.*?)</style>\s*", re.DOTALL)
# What a script makes as soon as the page is there, by the id of the form that it works for.
MADE = {"chooser": re.compile(r"site-cho|site-costs|chooser-")}
REST = "".join(
    f"@media ({width or 'min-width:0'}){{.at-rest :is({','.join(names)}){{display:none}}}}"
    for width, names in UNSEEN.items()
)
# Without scripts the class is never set, so nothing stays hidden.
THEME = "<script>__md_scope="
MARK = """<script>document.documentElement.className="js at-rest";__md_scope="""
MEDIA = ' media="print">'


def run(site: Path) -> None:
    """Put the used rules into every page that has style sheets.

    Raises:
        ToolError: pages have different style sheets, or one names another file, which one file cannot stand for.
    """
    pages = {page: page.read_text(encoding="utf-8") for page in sorted(site.rglob("*.html"))}
    wanted = {tuple(_sources(text)): page for page, text in pages.items() if SHEET.search(text)}
    if len(wanted) != 1:
        raise ToolError(
            f"these pages should have the same style sheets: {', '.join(map(str, wanted.values()))}: name each for all "
            "pages, in extra_css of mkdocs.yml"
        )
    sheet = Sheet(_joined(site, next(iter(wanted))))
    for page, text in pages.items():
        if SHEET.search(text):
            page.write_text(with_rules(text, sheet), encoding="utf-8")


class Sheet:
    """A style sheet, of which pages use parts."""

    def __init__(self, text: str) -> None:
        self._rules = rules(text)
        held: dict[str, list[str]] = {width: [] for width in UNSEEN}
        for rule in self._rules:
            held[_width(rule)] += rule.selectors
        self._selectors = {width: Selectors(selectors) for width, selectors in held.items()}

    def used(self, text: str) -> str:
        """The part that shows on a page at rest."""
        fitting = {width: one.fitting(_seen(text, width)) for width, one in self._selectors.items()}
        made = [rule for name, rule in MADE.items() if f'id="{name}"' in text]

        def is_used(rule: Rule, selector: str) -> bool:
            return selector in fitting[_width(rule)] or any(one.search(selector) for one in made)

        return written(cut(self._rules, is_used)) + REST


def _width(rule: Rule) -> str:
    """The key of UNSEEN under which a rule holds."""
    return next((width for width in UNSEEN if width and any(width in one for one in rule.conditions)), "")


def with_rules(text: str, sheet: Sheet) -> str:
    """The page with its own rules in place of the links to its style sheets, and one link to the whole."""
    first = SHEET.search(text)
    assert first
    link = f'<link rel="stylesheet" href="{first[1]}{WHOLE}">'
    whole = f"{link.replace('>', MEDIA)}<noscript>{link}</noscript>"
    rest = SHEET.sub("", INLINE.sub("", text[first.start() :])).replace(THEME, MARK, 1)
    return f"{text[: first.start()]}<style>{sheet.used(text)}</style>{whole}{rest}"


def _sources(text: str) -> list[str]:
    """The names of a page's style sheets, and the rules that it holds itself."""
    return [inside for _, inside in SHEET.findall(text)] + INLINE.findall(text)


def _joined(site: Path, sources: Sequence[str]) -> str:
    """The style sheets as one, which is written into the site, too."""
    whole = "\n".join(one if "{" in one else (site / one).read_text(encoding="utf-8") for one in sources)
    if OTHER_FILE.search(whole):
        joined = ", ".join(one for one in sources if "{" not in one)
        raise ToolError(f"one of {joined} names another file, relative to itself: write that into it, as data:")
    (site / WHOLE).write_text(whole, encoding="utf-8")
    return whole


def _seen(text: str, width: str) -> html.HtmlElement:
    """The page as scripts mark it at the start, without what is hidden then."""
    root = html.document_fromstring(text.replace('class="no-js"', 'class="js at-rest"', 1))
    for name in {*UNSEEN[""], *UNSEEN[width]}:
        for element in root.find_class(name.removeprefix(".")):
            element.drop_tree()
    return root
