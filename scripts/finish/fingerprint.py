"""Give what pages load from ``assets/`` a second name with a hash, so that browsers may keep it for a year.

That is what a page's scripts, styles and images name, and what those files name in turn. The first names stay, for
links from elsewhere.
"""

import hashlib
import re
from pathlib import Path

# In a page: a loaded file of the site, however the page stands to the root. An <a href> is an address, and stays.
LOADED = re.compile(
    r"""(<(?:script|img|source|link)\b[^>]*?\s(?:src|href)=)(["']?)([./\w-]*?)(assets/[^"'\s>?#]+)(?=["'\s>?#])"""
)
# In a script or a style: the address of another file, relative to it, between quotes or in url().
NAMED = re.compile(r"""(?<=["'(])(\.{1,2}/[\w./-]+\.\w+)(?=["')?#])""")
HASHED = re.compile(r"\.[0-9a-f]{8}\.")


def run(site: Path) -> None:
    """Copy the files to their new names, and change every page to those."""
    renamed: dict[Path, Path] = {}
    for page in sorted(site.rglob("*.html")):
        text = page.read_text(encoding="utf-8")
        new = LOADED.sub(lambda match: _in_page(site, match, renamed), text)
        if new != text:
            page.write_text(new, encoding="utf-8")


def _in_page(site: Path, match: re.Match[str], renamed: dict[Path, Path]) -> str:
    tag, quote, way, inside = match.groups()
    file = site / inside
    if not file.is_file():
        return match[0]
    return f"{tag}{quote}{way}{_fingerprinted(file, renamed).relative_to(site).as_posix()}"


def _fingerprinted(file: Path, renamed: dict[Path, Path]) -> Path:
    """The new name of ``file``, written there now if it is not yet; what it names itself comes first."""
    if file not in renamed:
        renamed[file] = file  # of two files that name each other, one keeps its name
        content = _content(file, renamed)
        if not HASHED.search(file.name):
            stem, dot, kind = file.name.partition(".")
            renamed[file] = file.with_name(f"{stem}.{hashlib.sha256(content).hexdigest()[:8]}{dot}{kind}")
            renamed[file].write_bytes(content)
    return renamed[file]


def _content(file: Path, renamed: dict[Path, Path]) -> bytes:
    if file.suffix not in (".js", ".css") or HASHED.search(file.name):
        return file.read_bytes()

    def name(match: re.Match[str]) -> str:
        named = (file.parent / match[1]).resolve()
        if not named.is_file():
            return match[0]
        return match[1].removesuffix(named.name) + _fingerprinted(named, renamed).name

    return NAMED.sub(name, file.read_text(encoding="utf-8")).encode()
