"""The form of a page: front matter, headings and their ids, length, words."""

import re

import yaml

from scripts import keys
from scripts.checks.tree import GENERATED, Tree
from scripts.checks.unwritten import MARK
from scripts.groups import GROUPS

FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
FENCE = re.compile(r"^( *)(`{3,}|~{3,}).*?^\1\2 *$", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^(#{1,6}) (.+?)(?: *\{#([\w-]+)[^}]*\})? *$")
LONGEST = 150
ORDER = {
    "recognise": "Recognise it",
    "why": "Why it happens",
    "fix": "Fix it",
    "verify": "Verify it",
    "prevent": "Prevent it",
    "see-also": "See also",
    "verified-on": "Verified on",
}
# Words that tell a reader in trouble that the trouble is small.
BANNED = re.compile(r"\b(simply|just|obviously|easy|easily)\b", re.IGNORECASE)


def problems(tree: Tree, key: str) -> list[str]:
    """What is wrong with the form of the page ``key``."""
    text = tree.text(key)
    if not text:
        return []
    found = [*_front(key, text), *_headings(key, text), *_length(text), *_words(text), *_untested(text)]
    return [f"{tree.shown(tree.page(key))}:{line}: {sentence}" for line, sentence in found]


def _front(key: str, text: str) -> list[tuple[int, str]]:
    match = FRONT.match(text)
    meta = (yaml.safe_load(match[1]) if match else None) or {}
    description = meta.get("description")
    found = [
        (1, f"front matter has “{name}”, which nothing reads: remove it")
        for name in set(meta) - {"description", "hide"} - ({"group"} if keys.is_cause(key) else set())
    ]
    group = str(meta.get("group"))
    if keys.is_cause(key) and group not in GROUPS and not group.startswith(MARK):
        found.append((1, f"the front matter must name what the reader did: group: {' or '.join(GROUPS)}"))
    if not description:
        found.append((1, "the description is missing: start the page with ---, description: ONE SENTENCE, ---"))
    elif not str(description).endswith(".") or len(str(description)) > 200:
        found.append((2, "the description must be one sentence of at most 200 characters with a full stop"))
    return found


def headings(text: str) -> list[tuple[int, int, str, str]]:
    """Line, level, title and explicit id of every heading outside fences."""
    blank = FENCE.sub(lambda match: "\n" * match[0].count("\n"), text)
    return [
        (number, len(match[1]), match[2], match[3] or "")
        for number, line in enumerate(blank.splitlines(), 1)
        if (match := HEADING.match(line))
    ]


def _headings(key: str, text: str) -> list[tuple[int, str]]:
    found, seen, last = [], set[str](), 0
    for line, level, title, name in headings(text):
        if not name:
            found.append((line, f"the heading “{title}” has no explicit id: write {'#' * level} {title} {{#an-id}}"))
        elif name in seen:
            found.append((line, f"the id #{name} is used twice on this page: give one heading another"))
        if level > last + 1:
            found.append((line, f"the heading “{title}” skips from level {last} to {level}: use level {last + 1}"))
        seen.add(name)
        last = level
    if [level for _, level, _, _ in headings(text)].count(1) != 1:
        found.append((1, "a page has exactly one H1, the first heading"))
    if key.startswith("lookalikes/") or keys.is_cause(key):
        found += _order(text)
    return found


def _order(text: str) -> list[tuple[int, str]]:
    got = [(line, name, title) for line, level, title, name in headings(text) if level == 2]
    if [(name, title) for _, name, title in got] == list(ORDER.items()):
        return []
    wanted = ", ".join(f"“{title}” {{#{name}}}" for name, title in ORDER.items())
    wrong = next(
        (line for (line, name, _), want in zip(got, ORDER, strict=False) if name != want), got[-1][0] if got else 1
    )
    return [(wrong, f"the second-level headings of such a page are, in this order: {wanted}")]


def _length(text: str) -> list[tuple[int, str]]:
    lines = len(GENERATED.sub("", FRONT.sub("", text)).splitlines())
    return (
        [(LONGEST, f"the page has {lines} lines, {LONGEST} at most: shorten it, or split it")]
        if lines > LONGEST
        else []
    )


def _words(text: str) -> list[tuple[int, str]]:
    blank = FENCE.sub(lambda match: "\n" * match[0].count("\n"), text)
    return [
        (number, f"“{match[0]}” belittles the reader's trouble: leave it out")
        for number, line in enumerate(blank.splitlines(), 1)
        for match in BANNED.finditer(re.sub(r"`[^`]*`|\([^)]*\)", "", line))
    ]


def _untested(text: str) -> list[tuple[int, str]]:
    """Python that stands in the page itself, where no run can reach it."""
    return [
        (text[: match.start()].count("\n") + 1, "this Python is run by nothing: put it in a program and include it")
        for match in FENCE.finditer(text)
        if re.match(r" *`+ *(py|python|pycon)\b", match[0]) and "--8<--" not in match[0]
    ]
