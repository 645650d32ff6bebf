"""A page as plain Markdown: programs and outputs expanded, the site's own notation and machinery taken out."""

import posixpath
import re
import textwrap
from pathlib import Path

from scripts import keys
from scripts.addresses import joined, relative
from scripts.checks.pages import FENCE, FRONT
from scripts.checks.tree import INCLUDE
from scripts.paths import ROOT

MODULE = re.compile(r"^::: ([\w.]+)\n(?: +.*\n?)*", re.MULTILINE)
BLOCK = re.compile(r'^(?:===|\?\?\?\+?|!!!)(?: \w+)? "(.+)"\n((?:(?: {4}.*)?\n)+)', re.MULTILINE)
MARK = re.compile(r"^\s*# --8<-- \[(start|end):([\w-]+)\]$")
CODE = re.compile(r"(?<!`)(`+)(?!`)(?:(?!\n\n).)+?(?<!`)\1(?!`)", re.DOTALL)
OPENING = re.compile(r'^( *)(`{3,}\w*)(?:[^\n]*title="([^"]+)")?[^\n]*', re.MULTILINE)
LINK = re.compile(r"(?<=\]\()[^)\s]+(?=[)\s])")
REFERENCE = re.compile(r"^\[([\w-]+)\]: (\S+)\n", re.MULTILINE)
# A box that only a script fills, a drawing, and tags that say nothing in plain text.
HIDDEN = re.compile(r'^<(?:div|form)\b[^>]*(?:\bhidden|"site-paste")>.*?(?=\n\n|\Z)', re.DOTALL | re.MULTILINE)
DRAWING = re.compile(r"<svg.*?<title[^>]*>(.*?)</title>.*?<desc[^>]*>(.*?)</desc>.*?</svg>", re.DOTALL)
DARK = re.compile(r"^!\[[^\]]*\]\([^)\s]*#only-dark\)(?:\{[^}]*\})?\n", re.MULTILINE)  # the same in another palette
COMMENT = re.compile(r"<!--.*?-->\n?", re.DOTALL)
TAG = re.compile(r"(?<=\))\{[^}\n]*\}|</?(?:a|code|small|span|div|noscript|figure|figcaption|p|kbd|wbr)\b[^>]*>")


def text(key: str, base: str | None = None) -> str:
    """The page of ``key`` as Markdown, with links from the folder ``base``: that of its URL, if none is given."""
    return plain(FRONT.sub("", keys.page(key).read_text(encoding="utf-8")), key, base)


def plain(source: str, key: str, base: str | None = None) -> str:
    """What ``text`` makes of a page's source."""
    whole = _unfolded(MODULE.sub(_module, _inlined(source)))
    parts, at = [], 0
    for fence in FENCE.finditer(whole):
        parts += [_prose(whole[at : fence.start()], key, base), expanded(OPENING.sub(_opening, fence[0], count=1))]
        at = fence.end()
    return "".join([*parts, _prose(whole[at:], key, base)]).strip() + "\n"


def expanded(markdown: str, root: Path = ROOT) -> str:
    """``markdown`` with every include in place of its line, at its line's indentation."""
    lines = []
    for line in markdown.split("\n"):
        if match := INCLUDE.search(line):
            program = (root / match[1]).read_text(encoding="utf-8").rstrip("\n")
            lines.append(textwrap.indent(_section(program, match[2]), line[: match.start()]))
        else:
            lines.append(line)
    return "\n".join(lines)


def _section(program: str, name: str | None) -> str:
    """The part of a program between the marks of ``name``, or all of it; without any mark."""
    lines, inside = [], not name
    for line in program.split("\n"):
        mark = MARK.match(line)
        if mark and mark[2] == name:
            inside = mark[1] == "start"
        elif inside and not mark:
            lines.append(line)
    return textwrap.dedent("\n".join(lines)) if name else "\n".join(lines)


def _module(match: re.Match[str]) -> str:
    """A module's documentation is its source."""
    source = ROOT / "snippets" / f"{match[1].replace('.', '/')}.py"
    return f"```python\n{source.read_text(encoding='utf-8').rstrip()}\n```\n\n"


def _inlined(markdown: str) -> str:
    """Links with their target beside them, so that a table can be taken out of its page."""
    known = dict(REFERENCE.findall(markdown))
    return re.sub(
        r"\]\[([\w-]+)\]",
        lambda match: f"]({known[match[1]]})" if match[1] in known else match[0],
        REFERENCE.sub("", markdown),
    )


def _unfolded(markdown: str) -> str:
    """Tabs and folded notes one after the other, each under its title in bold."""

    def unfold(match: re.Match[str]) -> str:
        return f"\n**{match[1]}**\n\n{_unfolded(textwrap.dedent(match[2])).strip()}\n\n"

    return BLOCK.sub(unfold, markdown)


def _opening(match: re.Match[str]) -> str:
    """The first line of a fence: its language alone; the name of its file stands above."""
    return f"{match[1]}`{match[3]}`:\n\n{match[1]}{match[2]}" if match[3] else f"{match[1]}{match[2]}"


def _prose(markdown: str, key: str, base: str | None) -> str:
    """Text outside fences; what stands in code spans is kept."""
    markdown = DRAWING.sub(r"*\1.* \2\n", HIDDEN.sub("", DARK.sub("", COMMENT.sub("", markdown))))
    parts, at = [], 0
    for code in CODE.finditer(markdown):
        parts += [_words(markdown[at : code.start()], key, base), code[0]]
        at = code.end()
    whole = "".join([*parts, _words(markdown[at:], key, base)])
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"(?m)^(#.*?) *\{#[\w-]+\}$", r"\1", whole))


def _words(markdown: str, key: str, base: str | None) -> str:
    without = "\n".join(line for line in TAG.sub("", markdown).split("\n") if "--8<--" not in line)
    return LINK.sub(lambda match: _link(match[0], key, keys.url(key) if base is None else base), without)


def _link(target: str, key: str, base: str) -> str:
    """A link of the page's source, as it leads from the folder ``base`` of the site."""
    if re.match(r"[a-z]+:", target):
        return target
    path, mark, name = target.removesuffix("#only-light").partition("#")
    if not path:
        url = f"/{keys.url(key)}"
    elif path.endswith(".md"):
        url = f"/{keys.url(posixpath.normpath(posixpath.join(keys.directory(key), path)).removesuffix('.md'))}"
    else:
        url = joined(keys.directory(key), path)
    return relative(base, f"{url}{mark}{name}")
