"""What the built site brings for a host: packed copies, names with a hash, a 404 page that helps, a workflow."""

import gzip
import hashlib
import re
import shutil
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import brotli
import pytest
from playwright.sync_api import Browser, expect

from scripts.finish import fingerprint
from scripts.paths import ROOT
from scripts.serving import served
from scripts.tests.browser import visit
from scripts.tests.support import fail_with

LOADED = re.compile(r"""<(?:script|img|link)\b[^>]*?\s(?:src|href)=["']?([^"'\s>]*assets/[^"'\s>?#]+)""")
HASH = re.compile(r"\.([0-9a-f]{8})\.")


def packed(site: Path) -> list[str]:
    """What is wrong with the packed copies."""
    found = []
    for path in sorted(site.rglob("*.html")):
        for ending, unpack in ((".gz", gzip.decompress), (".br", brotli.decompress)):
            copy = path.with_name(path.name + ending)
            if not copy.is_file():
                found.append(f"{path.relative_to(site)}:1: has no {ending} beside it")
            elif unpack(copy.read_bytes()) != path.read_bytes():
                found.append(f"{copy.relative_to(site)}:1: does not hold what {path.name} holds")
    return found


def test_pages_are_packed(built: Path) -> None:
    fail_with(packed(built))
    for name in ("search/search_index.json", "assets/diagnosis/rules.js"):
        sizes = [(built / f"{name}{ending}").stat().st_size for ending in ("", ".gz", ".br")]
        assert sizes == sorted(sizes, reverse=True), f"{name}: {sizes}"


def test_wrong_copy_is_named(built: Path, tmp_path: Path) -> None:
    for ending in ("", ".gz", ".br"):
        shutil.copy(built / f"index.html{ending}", tmp_path)
    (tmp_path / "index.html").write_text("changed since", encoding="utf-8")
    (tmp_path / "index.html.br").unlink()
    assert packed(tmp_path) == [
        "index.html.gz:1: does not hold what index.html holds",
        "index.html:1: has no .br beside it",
    ]


def unhashed(site: Path) -> list[str]:
    """Files that a page loads, or that such a file loads, under a name without the hash of their content."""
    wanted = set()
    for page in sorted(site.rglob("*.html")):
        for target in LOADED.findall(page.read_text(encoding="utf-8")):
            wanted.add((page, target))
    found, seen = [], set()
    while wanted:
        source, target = wanted.pop()
        way = target if target.startswith("/") else urljoin(f"/{source.relative_to(site).as_posix()}", target)
        file = site / way.lstrip("/")
        if file in seen:
            continue
        seen.add(file)
        name = HASH.search(file.name)
        if not name:
            found.append(f"{source.relative_to(site)}:1: loads {target}, whose name has no hash")
        elif file.suffix in (".js", ".css") and ".min." not in file.name:
            if hashlib.sha256(file.read_bytes()).hexdigest()[:8] != name[1]:
                found.append(f"{file.relative_to(site)}:1: is not what its name says")
            wanted |= {(file, each) for each in fingerprint.NAMED.findall(file.read_text(encoding="utf-8"))}
    return sorted(found)


def test_what_pages_load_has_a_hash_in_its_name(built: Path) -> None:
    fail_with(unhashed(built))


def test_missing_hash_is_named(tmp_path: Path) -> None:
    assets = tmp_path / "assets"
    assets.mkdir()
    (tmp_path / "index.html").write_text('<script src="assets/a.00000000.js"></script><img src="assets/b.svg">')
    (assets / "a.00000000.js").write_text('import "./c.js";')
    assert unhashed(tmp_path) == [
        "assets/a.00000000.js:1: is not what its name says",
        "assets/a.00000000.js:1: loads ./c.js, whose name has no hash",
        "index.html:1: loads assets/b.svg, whose name has no hash",
    ]


MEANT = {
    "causes/lazy-relationshp": "causes/lazy-relationship/",
    "en/latest/selectinload.html": "loaders/selectinload/",
    "docs/lookalikes/detached_instance/": "lookalikes/detached-instance/",
    "a/b/c/d/expired-commit": "causes/expired-after-commit/",
    "%E0%A4%A/raiseload": "loaders/raiseload/",
}


@pytest.mark.parametrize("path", MEANT)
def test_missing_page_names_the_one_that_is_meant(path: str, browser: Browser, address: str) -> None:
    visitor = visit(browser, address)
    answer = visitor.page.goto(address + path)
    assert answer is not None
    assert answer.status == 404
    links = visitor.page.locator("#meant a")
    expect(links.first).to_be_visible()
    assert address + MEANT[path] in links.evaluate_all("links => links.slice(0, 2).map(link => link.href)")
    # The browser itself notes the page's status as an error; nothing else may be wrong.
    visitor.wrong = [each for each in visitor.wrong if "404" not in each]
    visitor.check()
    visitor.page.context.close()


def test_nonsense_gets_the_usual_ways(browser: Browser, address: str) -> None:
    visitor = visit(browser, address)
    page = visitor.open("zzqqxx")
    expect(page.locator("article a:not(.headerlink)").first).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert page.locator("#meant a").count() == 0
    page.context.close()


def test_links_of_the_404_page_resolve(built: Path) -> None:
    text = (built / "404.html").read_text(encoding="utf-8")
    targets = [urlsplit(each) for each in re.findall(r"""\s(?:href|src)=["']?([^"'\s>#]+)""", text)]
    inside = [each.path for each in targets if not each.netloc]
    assert all(path.startswith("/") for path in inside), [path for path in inside if not path.startswith("/")]
    files = {path: built / path.lstrip("/") for path in inside}
    fail_with([f"404.html:1: leads to {path}, which is not there" for path, file in files.items() if not file.exists()])


def test_site_below_a_path_loads_all_that_it_needs(browser: Browser, built: Path) -> None:
    with served(built, "/some/where/") as address:
        visitor = visit(browser, address)
        for path in ("", "causes/lazy-relationship/", "loaders/"):
            visitor.open(path)
        outside = [url for url in visitor.asked if not url.startswith((address, "data:", "blob:"))]
        assert not outside
        visitor.check()
        visitor.page.context.close()


def test_kept_workflow_is_the_one_that_runs() -> None:
    kept = (ROOT / "scripts" / "deploy" / "github-pages.yml").read_bytes()
    assert kept == (ROOT / ".github" / "workflows" / "site.yml").read_bytes(), "copy one over the other"
