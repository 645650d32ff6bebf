"""Fixtures for tests in the real browser: the built site, served, and a page that records what goes wrong."""

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from scripts import builder, chromium
from scripts.serving import served
from scripts.tests.support import fail_with

LONGEST_BUILD = 600  # seconds; it takes about thirty


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The production site, built once a session, or once for the two that run beside each other."""
    shared = os.environ.get("TESTED_SITE")
    directory = Path(shared) if shared else tmp_path_factory.mktemp("site")
    site, said = directory / "site", directory / "said"
    try:
        (directory / "begun").mkdir()
    except FileExistsError:
        _wait_for(said)
    else:
        done = builder.produce(site)
        said.with_suffix(".part").write_text(done.stdout if done.returncode else "", encoding="utf-8")
        said.with_suffix(".part").rename(said)
    if problem := said.read_text(encoding="utf-8"):
        pytest.fail(f"the site was not built:\n{problem[-3000:]}", pytrace=False)
    return site


def _wait_for(file: Path) -> None:
    deadline = time.monotonic() + LONGEST_BUILD
    while not file.exists():
        if time.monotonic() > deadline:
            pytest.fail(f"the other half of the tests has not built the site in {LONGEST_BUILD} seconds", pytrace=False)
        time.sleep(0.2)


@pytest.fixture(scope="session")
def address(built: Path) -> Iterator[str]:
    """Where the built site is served."""
    with served(built) as found:
        yield found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium."""
    path = chromium.find_or_install()
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=chromium.FLAGS)
        yield launched
        launched.close()


@dataclass
class Visit:
    """A page of the site, open in the browser, with all that went wrong on it and all that it asked for."""

    page: Page
    address: str
    wrong: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        """Go to a path of the site."""
        self.page.goto(self.address + path, wait_until="load")
        return self.page

    def check(self) -> None:
        """Fail if the console showed an error or a third party was asked for anything."""
        foreign = [url for url in self.asked if not url.startswith((self.address, "data:", "blob:"))]
        fail_with([*self.wrong, *(f"{self.page.url} asks a third party: {url}" for url in foreign)])


def visit(browser: Browser, address: str, width: int = 1280, scheme: str = "light") -> Visit:
    """A fresh visitor with a window of this width and this colour scheme."""
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=_scheme(scheme))
    if address.startswith("http"):  # a page from the file system has no origin to grant anything to
        context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address.rstrip("/"))
    made = Visit(context.new_page(), address)
    made.page.on("pageerror", lambda error: made.wrong.append(f"{made.page.url}: {error}"))
    made.page.on("console", lambda message: _note(made, message.type, message.text))
    made.page.on("request", lambda request: made.asked.append(request.url))
    return made


def wake(page: Page) -> None:
    """Act as a reader does, and wait until the theme's scripts run."""
    page.mouse.move(2, 2)
    page.mouse.move(6, 6)
    page.wait_for_selector("body[data-md-color-media]")


def axe(page: Page, part: str = "html") -> list[dict[str, Any]]:
    """The violations that axe finds; what passes is not told of, which halves the time."""
    return Axe().run(page, part, {"resultTypes": ["violations"]}).response["violations"]


def violations(page: Page, where: str = "", part: str = "html") -> list[str]:
    """What axe finds on the page as it stands, or in a part of it, in both palettes."""
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=_scheme(scheme))
        found += [
            f"{where}{where and ': '}{scheme}: {each['id']}: {node['target'][0]}: {node['failureSummary'][:300]}"
            for each in axe(page, part)
            for node in each["nodes"][:3]
        ]
    return found


def _scheme(name: str):
    return "dark" if name == "dark" else "light"


def _note(made: Visit, kind: str, text: str) -> None:
    if kind in ("error", "warning"):
        made.wrong.append(f"{made.page.url}: the console shows: {text}")


__all__ = ["Visit", "address", "axe", "browser", "built", "violations", "visit", "wake"]
