"""Style sheets as lists of rules: read, cut down to what a document uses, and written again.

What is left out of a cut can wait: rules for paper and for the reader's own colours, and declarations that only tell
how something moves or feels under the hand. Syntax: https://www.w3.org/TR/css-syntax-3/
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

import tinycss2
from tinycss2.ast import AtRule, Declaration, LiteralToken, Node, QualifiedRule

# A rule within these stays within; the others (@keyframes, @page, @font-face) say nothing of a page at rest.
CONDITIONS = ("media", "supports")
# Paper, and the reader's own colours, can wait for the whole style sheet.
LATER = re.compile(r"\b(?:print|forced-colors)\b")
FEEL = re.compile(
    r"(-webkit-)?(transition|animation|cursor|touch-action|user-select|backface-visibility|scroll-)|will-change"
)
VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")


@dataclass(frozen=True)
class Rule:
    """Selectors and declarations, as written, with the conditions under which they hold, outermost first."""

    conditions: tuple[str, ...]
    selectors: tuple[str, ...]
    declarations: tuple[tuple[str, str], ...]


def rules(sheet: str) -> list[Rule]:
    """The rules of a style sheet, in order, without those for paper and the reader's own colours."""
    return list(_flat(tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True), ()))


def cut(sheet: Iterable[Rule], is_used: Callable[[Rule, str], bool]) -> list[Rule]:
    """The rules with a used selector; of these the used selectors, and only the custom properties that are read."""
    kept = [replace(rule, selectors=tuple(one for one in rule.selectors if is_used(rule, one))) for rule in sheet]
    kept = [rule for rule in kept if rule.selectors]
    read: set[str] | None = None
    while read != (found := set(VARIABLE.findall(written(kept)))):
        read = found
        kept = [_without_unread(rule, read) for rule in kept]
    return [rule for rule in kept if rule.declarations]


def written(sheet: Iterable[Rule]) -> str:
    """The rules as a style sheet without blanks."""
    parts = []
    for conditions, held in groupby(sheet, lambda rule: rule.conditions):
        body = "".join(
            f"{','.join(rule.selectors)}{{{';'.join(f'{name}:{value}' for name, value in rule.declarations)}}}"
            for rule in held
        )
        parts.append("".join(f"{condition}{{" for condition in conditions) + body + "}" * len(conditions))
    return "".join(parts)


def _without_unread(rule: Rule, read: set[str]) -> Rule:
    kept = tuple(pair for pair in rule.declarations if not pair[0].startswith("--") or pair[0] in read)
    return replace(rule, declarations=kept)


def _flat(nodes: Iterable[Node], conditions: tuple[str, ...]) -> Iterator[Rule]:
    for node in nodes:
        if isinstance(node, QualifiedRule):
            yield Rule(conditions, tuple(_selectors(node.prelude)), tuple(_declarations(node.content)))
        elif isinstance(node, AtRule) and node.lower_at_keyword in CONDITIONS and node.content is not None:
            condition = f"@{node.lower_at_keyword} {_text(node.prelude)}"
            if not LATER.search(condition):
                inside = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
                yield from _flat(inside, (*conditions, condition))


def _selectors(prelude: list[Node]) -> Iterator[str]:
    """The selectors between the commas; a comma within parentheses stands in a node of its own."""
    held: list[Node] = []
    for node in prelude:
        if isinstance(node, LiteralToken) and node.value == ",":
            yield _text(held)
            held = []
        else:
            held.append(node)
    yield _text(held)


def _declarations(content: list[Node]) -> Iterator[tuple[str, str]]:
    for node in tinycss2.parse_declaration_list(content, skip_comments=True, skip_whitespace=True):
        if isinstance(node, Declaration) and not FEEL.match(node.lower_name):
            yield node.name, _text(node.value) + "!important" * node.important


def _text(nodes: list[Node]) -> str:
    return re.sub(r"\s+", " ", tinycss2.serialize(nodes)).strip()
