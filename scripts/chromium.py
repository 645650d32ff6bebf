"""Find a Chromium, or install one, or say how."""

import os
import shutil
import subprocess
import sys

from scripts.bootstrap import ToolError

FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
# The shell, which Playwright takes for tests, too, is Chromium without a window: the same engine at half the cost.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find() -> str | None:
    """The browser that is there: $CHROMIUM, one on PATH, or Playwright's own.

    Raises:
        ToolError: $CHROMIUM names no program.
    """
    if named := os.environ.get("CHROMIUM"):
        if shutil.which(named):
            return shutil.which(named)
        raise ToolError(f"$CHROMIUM is {named}, which is no program: correct it, or unset it to search")
    return next((path for name in NAMES if (path := shutil.which(name))), None) or _playwrights()


def find_or_install() -> str:
    """The browser, installed now if there is none.

    Raises:
        ToolError: there is none and none could be installed.
    """
    if found := find():
        return found
    print("No Chromium found: installing one, once", flush=True)
    for command in _installers():
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if done.returncode == 0 and (found := find()):
            return found
    raise ToolError(
        "no Chromium was found and none could be installed. Install Chromium or Google Chrome "
        "(Debian: apt-get install chromium), or set CHROMIUM=/path/to/it"
    )


def _installers() -> list[list[str]]:
    commands = [[sys.executable, "-m", "playwright", "install", "chromium"]]
    if shutil.which("apt-get") and os.geteuid() == 0:
        install = "apt-get install -y -qq --no-install-recommends"
        commands.append(["sh", "-c", f"apt-get update -qq && {{ {install} {NAMES[0]} || {install} {NAMES[1]}; }}"])
    return commands


def _playwrights() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if os.path.exists(path) else None
