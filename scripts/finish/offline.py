"""``site-offline.zip``: the site to open from the file system, where a browser loads no module, worker or JSON.

In a copy, the project's modules become one classic script with the runtime of ``offline.js``; the search index and
the search worker become scripts, too; and links to a folder end in its ``index.html``.
"""

import os
import re
import shutil
import tempfile
import zipfile
from pathlib import Path

from scripts.finish import modules

ZIP = "site-offline.zip"
RUNTIME = Path(__file__).with_suffix(".js")
INDEX = "search/search_index.json"
WORKERS = "assets/javascripts/workers"
# What only a server needs, and the offer of the archive in the archive.
LEFT_OUT = ("*.map", "404.html", "sitemap.xml*", ZIP)
OFFER = re.compile(r'<p class="?site-offline"?>.*?</p>', re.DOTALL)
# Other forms of a page, for programs; the theme takes them for translations, and asks the server for a list of pages.
ALTERNATE = re.compile(r"""<link\b[^>]*?\srel=["']?alternate\b[^>]*>""")
LINK = re.compile(r"""(<(?:a|link)\b[^>]*?\shref=["']?)([^"'\s>?#]+)""")
REFRESH = re.compile(r"""(<meta http-equiv=["']?refresh["']? content=["']\d+; ?url=)([^"'?#]+)""")
HEAD = re.compile(r"<meta\s+charset=[^>]*>|<head>")


def run(site: Path) -> None:
    """Write the archive into the site."""
    with tempfile.TemporaryDirectory() as directory:
        copy = Path(directory) / "site"
        shutil.copytree(site, copy, ignore=shutil.ignore_patterns(*LEFT_OUT))
        _scripts(copy)
        for page in copy.rglob("*.html"):
            page.write_text(_page(copy, page, page.read_text(encoding="utf-8")), encoding="utf-8")
        _zip(copy, site / ZIP)


def _scripts(copy: Path) -> None:
    index = copy / INDEX
    index.with_suffix(".js").write_text(f"var __index = {index.read_text(encoding='utf-8')}", encoding="utf-8")
    index.unlink()
    workers = [
        f'"{path.relative_to(copy).as_posix()}": function (self, addEventListener, postMessage) '
        f"{{\n{path.read_text(encoding='utf-8')}\n}},"
        for path in sorted((copy / WORKERS).glob("*.js"))
    ]
    joined = RUNTIME.read_text(encoding="utf-8")
    joined = joined.replace("/* modules */", "\n".join(modules.joined(copy)))
    (copy / "assets" / "offline.js").write_text(joined.replace("/* workers */", "\n".join(workers)), encoding="utf-8")


def _page(copy: Path, page: Path, text: str) -> str:
    way = os.path.relpath(copy / "assets" / "offline.js", page.parent).replace(os.sep, "/")
    text = ALTERNATE.sub("", OFFER.sub("", modules.IN_PAGE.sub(r"\1offline-module\2", text)))
    for links in (LINK, REFRESH):
        text = links.sub(lambda match: match[1] + _to_file(page, match[2]), text)
    return HEAD.sub(lambda head: f'{head[0]}<script src="{way}"></script>', text, count=1)


def _to_file(page: Path, target: str) -> str:
    """A link with the name of the file that a server would have sent for the folder."""
    if ":" in target or target.startswith("/"):
        return target
    return f"{target.rstrip('/')}/index.html" if (page.parent / target / "index.html").is_file() else target


def _zip(copy: Path, target: Path) -> None:
    """The same bytes for the same files: sorted, without times."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted((path for path in copy.rglob("*") if path.is_file()), key=Path.as_posix):
            entry = zipfile.ZipInfo(f"site/{path.relative_to(copy).as_posix()}")
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED, 9)
