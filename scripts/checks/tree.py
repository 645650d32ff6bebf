"""The part of the repository that the checks read: the real one, or a copy with a planted fault."""

import re
from dataclasses import dataclass
from pathlib import Path

from scripts import keys
from scripts.paths import ROOT

INCLUDE = re.compile(r'--8<--\s+"([^":]+)(?::([\w-]+))?"')
GENERATED = re.compile(r"<!-- generated: [\w-]+ -->\n.*?<!-- /generated -->\n?", re.DOTALL)


@dataclass(frozen=True)
class Tree:
    """A checkout."""

    root: Path = ROOT

    @property
    def docs(self) -> Path:
        """The pages."""
        return self.root / "docs"

    @property
    def snippets(self) -> Path:
        """The programs."""
        return self.root / "snippets"

    def all_keys(self) -> list[str]:
        """Every key that has a page or a folder of code."""
        return sorted({*keys.pages(self.docs), *keys.folders(self.snippets)})

    def page(self, key: str) -> Path:
        """The page of ``key``."""
        return keys.page(key, self.docs)

    def folder(self, key: str) -> Path:
        """The folder of code of ``key``."""
        return keys.folder(key, self.snippets)

    def text(self, key: str) -> str:
        """The page's Markdown, empty where there is no page."""
        path = self.page(key)
        return path.read_text(encoding="utf-8") if path.is_file() else ""

    def shown(self, path: Path) -> str:
        """A path as the sentences name it: from the repository's root."""
        return path.relative_to(self.root).as_posix()

    def includes(self, key: str) -> list[tuple[int, str, str]]:
        """Line, file and section of every include on a page."""
        return [
            (number, match[1], match[2] or "")
            for number, line in enumerate(self.text(key).splitlines(), 1)
            for match in INCLUDE.finditer(line)
        ]
