"""Which selectors fit something on a page at rest: with no pointer over it, no key pressed and nothing chosen."""

import re
from collections.abc import Iterable

from cssselect2 import ElementWrapper, Matcher, SelectorError, compile_selector_list
from lxml import html

# How one browser draws its scrollbars and markers.
VENDOR = "::-"
# The reader chooses the palette.
PALETTE = re.compile(r"(\[data-md-color-scheme)=[^\]]*\]")


class Selectors:
    """Selectors, to be held against one page after the other."""

    def __init__(self, selectors: Iterable[str]) -> None:
        self._matcher = Matcher()
        self._untold: set[str] = set()
        for selector in dict.fromkeys(selectors):
            if VENDOR not in selector:
                self._add(selector)

    def fitting(self, root: html.HtmlElement) -> set[str]:
        """Those that fit an element, or of which that cannot be told."""
        found = set(self._untold)
        for element in ElementWrapper.from_html_root(root).iter_subtree():
            found.update(selector for *_, selector in self._matcher.match(element))
        return found

    def _add(self, selector: str) -> None:
        try:
            for compiled in compile_selector_list(PALETTE.sub(r"\1]", selector)):
                self._matcher.add_selector(compiled, selector)
        except SelectorError:
            self._untold.add(selector)
