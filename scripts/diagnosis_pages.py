"""``docs/assets/diagnosis/pages.js``: what the engine's verdicts say of a page, generated from the pages."""

import json
import re
from typing import Any

import yaml

from scripts import keys
from scripts.checks.pages import FRONT, headings
from scripts.paths import DOCS

TARGET = DOCS / "assets" / "diagnosis" / "pages.js"
HEADER = "// Written by `python3 -m scripts generate` from the pages; do not edit.\n"


def title(key: str) -> str:
    """The page's H1, without markup."""
    found = [name for _, level, name, _ in headings(keys.page(key).read_text(encoding="utf-8")) if level == 1]
    return re.sub(r"[`*]", "", found[0]) if found else key


def front(key: str) -> dict[str, Any]:
    """The page's front matter."""
    match = FRONT.match(keys.page(key).read_text(encoding="utf-8"))
    return (yaml.safe_load(match[1]) if match else None) or {}


def description(key: str) -> str:
    """The page's one sentence."""
    return front(key).get("description", "")


def text() -> str:
    """The file's content: key -> URL, title and description of every page."""
    known = {key: {"url": keys.url(key), "title": title(key), "description": description(key)} for key in keys.pages()}
    return f"{HEADER}export default {json.dumps(known, indent=1, ensure_ascii=False)};\n"
