"""The built site under its Content-Security-Policy: nothing that it forbids stands in a page."""

import re
from pathlib import Path

from lxml import html

from scripts.finish import policy

MOST = 4096  # bytes: what servers and proxies take as a header without being told to
META = "//meta[@http-equiv='Content-Security-Policy']/@content"
HANDLERS = "//@*[starts-with(name(), 'on')]"
SCRIPT_LINKS = "//@href[starts-with(normalize-space(.), 'javascript:')]"


def problems(site: Path) -> list[str]:
    """All that a page's policy would refuse, and every page without one that is strict."""
    found = []
    for page in sorted(site.rglob("*.html")):
        text = page.read_text(encoding="utf-8")
        if "<html" in text or policy.HEAD.search(text):
            where = f"site/{page.relative_to(site).as_posix()}:1:"
            found += [f"{where} {each}" for each in _page(text)]
    return found


def _page(text: str) -> list[str]:
    tree = html.document_fromstring(text.encode())
    policies = [str(each) for each in tree.xpath(META)]
    if len(policies) != 1:
        return [f"{len(policies)} policies stand in the page: each page carries one, written by the build"]
    found = [
        f"the policy does not allow an inline part of the page ({each}): the step `policy` must come after all that "
        "change pages"
        for each in sorted(set(_hashes(policy.of(text))) - set(_hashes(policies[0])))
    ]
    if "unsafe" in policies[0] or re.search(r"\*|https?:", policies[0]):
        found.append("the policy allows what it should not: no unsafe-…, no other origin")
    if len(policies[0]) > MOST:
        found.append(
            f"the policy has {len(policies[0])} bytes, and {MOST} are the most: fewer inline scripts and styles"
        )
    found += [
        f'style="{each}" is refused: make it a class in site.css, or attributes of the drawing'
        for each in tree.xpath("//@style")
    ]
    handlers = [*tree.xpath(HANDLERS), *tree.xpath(SCRIPT_LINKS)]
    return found + [f"the inline script “{each}” is refused: move it to docs/assets/javascripts/" for each in handlers]


def _hashes(text: str) -> list[str]:
    return re.findall(r"'sha256-[^']+'", text)
