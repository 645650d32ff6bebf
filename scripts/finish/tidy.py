"""Make the builder's HTML valid where it is not.

Two fences without an empty line between them come out as blocks inside a paragraph; the theme writes attributes where
the standard has none, and on a section's index a label for a field that only other pages have.
"""

import re
from pathlib import Path

BLOCK = re.compile(r'(<div class="[^"]*\bhighlight\b[^"]*">.*?</pre></div>)', re.DOTALL)
# A paragraph with a block of code in it. Code holds no <p>: there it is written &lt;p>.
PARAGRAPH = re.compile(
    r'<p>((?:(?!</?p>).)*?<div class="[^"]*\bhighlight\b[^"]*">(?:(?!</?p>).)*?)</p>',
    re.DOTALL,
)
# Without the first, Firefox may show the drawer open again after a reload; the others do nothing at all.
STRAY = re.compile(
    r"""(<input\b[^>]*?\btype="checkbox"[^>]*?) autocomplete="off"|(<\w[^>]*?) (?:tabindex=""|markdown="0")"""
)


def run(site: Path) -> None:
    """Repair every page."""
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        if (new := tidied(text)) != text:
            page.write_text(new, encoding="utf-8")


def tidied(text: str) -> str:
    """A page with blocks beside paragraphs, without stray attributes and labels for nothing."""
    text = STRAY.sub(lambda match: match[1] or match[2], PARAGRAPH.sub(_apart, text))
    return text if 'id="__toc"' in text else text.replace(' for="__toc"', "")


def _apart(match: re.Match[str]) -> str:
    parts = (part.strip("\n") for part in BLOCK.split(match[1]))
    return "\n".join(part if BLOCK.match(part) else f"<p>{part}</p>" for part in parts if part.strip())
