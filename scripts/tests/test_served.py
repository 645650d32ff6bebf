"""What the built site brings for a host: packed copies, names with a hash, a 404 page that helps, a workflow."""

import gzip
import hashlib
import re
import shutil
import subprocess
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import brotli
import pytest
from playwright.sync_api import Browser, expect

from scripts import builder, growth
from scripts.finish import fingerprint, policy, tidy
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
    named = links.evaluate_all("links => links.slice(0, 2).map(link => link.href)")
    told = f"docs/assets/javascripts/not-found.js:1: for /{path} it names {named}, and not /{MEANT[path]}"
    assert address + MEANT[path] in named, told
    # The browser itself notes the page's status as an error; nothing else may be wrong.
    visitor.wrong = [each for each in visitor.wrong if "404" not in each]
    visitor.check()
    visitor.page.context.close()


def test_nonsense_gets_the_usual_ways(browser: Browser, address: str) -> None:
    visitor = visit(browser, address)
    page = visitor.open("zzqqxx")
    expect(page.locator("article a:not(.headerlink)").first).to_be_visible()
    page.wait_for_load_state("networkidle")
    told = "docs/assets/javascripts/not-found.js:1: it finds a page for nonsense: raise LEAST_ALIKE"
    assert page.locator("#meant a").count() == 0, told
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


BELOW = "/some/where/"
OTHERS = 12  # pages of the site that is built for an address with a path: enough for its 404 page


@pytest.fixture(scope="module")
def below(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A smaller site that is built for an address with a path, with the steps that change a page's links."""
    directory = tmp_path_factory.mktemp("below")
    site = directory / "site"
    growth.prepare(directory, OTHERS)
    named = {"SITE_URL": f"https://host.example{BELOW}", "REPORT_URL": "https://host.example/report"}
    command = builder.command("build", "--no-strict", "--quiet", "--site-dir", str(site))
    done = subprocess.run(
        command, cwd=directory, env={**builder.environment(), **named}, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr[-3000:]
    for step in (tidy, fingerprint, policy):
        step.run(site)
    return site


@pytest.mark.parametrize("path", ["lazy-relationshp", "a/b/c/lazy-relationshp/", "causes/lazy-relationshp?x=y"])
def test_404_page_works_below_a_path(path: str, below: Path, browser: Browser) -> None:
    with served(below, BELOW) as address:
        visitor = visit(browser, address)
        page = visitor.open(path)
        told = (
            "docs/assets/javascripts/not-found.js:1: the page that is meant is not named first, below the site's path"
        )
        best = page.locator("#meant a").first
        expect(best, told).to_have_attribute("href", f"{address}causes/lazy-relationship/")
        ways = page.locator("article p a").evaluate_all("links => links.map(link => link.href)")
        told = "docs/.overrides/404.html:1: a link does not start at the site's root: write {{ 'way/' | url }}"
        assert ways[:3] == [address, f"{address}causes/", f"{address}reference/fingerprints/"], told
        visitor.wrong = [each for each in visitor.wrong if "404" not in each]
        visitor.check()  # that all it asked for stands below the path, too
        page.context.close()


def test_files_of_the_404_page_are_there_below_a_path(below: Path) -> None:
    text = (below / "404.html").read_text(encoding="utf-8")
    loaded = [urlsplit(each).path for each in LOADED.findall(text)]
    assert len(loaded) > 5
    found = [path for path in loaded if not (below / path.removeprefix(BELOW)).is_file() or not path.startswith(BELOW)]
    fail_with([f"404.html:1: loads {path}, which is not there: {BELOW} is in $SITE_URL" for path in found])


def test_addresses_are_those_of_the_site_url(below: Path) -> None:
    pages = [*below.rglob("*.html"), below / "sitemap.xml"]
    texts = {path: path.read_text(encoding="utf-8").partition("</head>")[0] for path in pages}
    other = re.compile(r"https?://(?:missing-greenlet\.example|host\.example(?!/(?:report|some/where/)))[^\s\"'<]*")
    fail_with([f"{path.relative_to(below)}:1: names {each}" for path in pages for each in other.findall(texts[path])])
    assert f"https://host.example{BELOW}causes/" in texts[below / "sitemap.xml"]
