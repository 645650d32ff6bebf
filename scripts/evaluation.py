"""Hold the built site against reports: does the paste box name the cause, and does the search find the page?

A report is a line of JSON: ``text`` (what a person pastes), ``query`` (what a person types), ``accept`` (the keys that
answer it, the best first).
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page
from playwright.sync_api import TimeoutError as BrowserTimeout

from scripts import keys
from scripts.bootstrap import ToolError

BOX = "#error-input"
VERDICT = "#verdicts [data-verdict]"
ASK = """([box, shown, text, patience]) => new Promise((resolve, reject) => {
    const input = document.querySelector(box), output = document.querySelector("#verdicts");
    const told = () => [...document.querySelectorAll(shown)].map(each => each.dataset.verdict);
    const write = text => { input.value = text; input.dispatchEvent(new InputEvent("input", {bubbles: true})) };
    write("");
    if (told().length) return reject(new Error("the box still shows verdicts for an empty text"));
    const late = setTimeout(() => reject(new Error(`no verdict after ${patience} ms`)), patience);
    new MutationObserver((_, observer) => {
        if (output.ariaBusy === "true" || !told().length) return;
        observer.disconnect();
        clearTimeout(late);
        resolve(told());
    }).observe(output, {attributes: true, childList: true});
    write(text);
})"""
SEARCH = "input[name=query]"
FOUND = ".md-search-result__item > a, .md-search-result__link"
SHOWN = 4  # verdicts that the box shows
PATIENCE = 5000  # milliseconds
PASTE = """([selector, text]) => {
    const box = document.querySelector(selector), data = new DataTransfer();
    data.setData("text/plain", text);
    const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
    if (!box.dispatchEvent(event)) return;
    box.value = text.replace(/[\\r\\n]+/g, " ");
    box.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
}"""


@dataclass(frozen=True)
class Report:
    """What one person pasted and typed, and the keys that answer it."""

    text: str
    query: str
    accept: tuple[str, ...]


@dataclass(frozen=True)
class Score:
    """How many of the reports were answered first, and by what the others were."""

    asked: int
    misses: list[str]

    @property
    def top1(self) -> float:
        """The share of the reports whose first answer is right."""
        return 1 - len(self.misses) / self.asked


def load(path: Path) -> list[Report]:
    """The reports of a file.

    Raises:
        ToolError: the file is missing, or a line is no report.
    """
    reports = []
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise ToolError(f"{path}: no reports can be read there ({error.strerror}): name another file") from error
    for number, line in enumerate(lines, 1):
        try:
            told = json.loads(line)
            reports.append(Report(told["text"], told["query"], tuple(told["accept"])))
        except (ValueError, KeyError, TypeError) as error:
            raise ToolError(f"{path}:{number}: is no report with text, query and accept: {error!r}") from error
    return reports


def ask_box(page: Page, text: str) -> list[str]:
    """The keys that the paste box of the open start page shows for ``text``, best first."""
    return page.evaluate(ASK, [BOX, VERDICT, text, PATIENCE])


def ask_search(page: Page, query: str) -> list[str]:
    """The keys of the pages that the search box lists for ``query``, pasted by mouse, best first."""
    page.focus(SEARCH)
    page.keyboard.press("Control+A")
    page.keyboard.press("Backspace")
    page.wait_for_selector(FOUND, state="detached")
    page.evaluate(PASTE, [SEARCH, query])
    try:
        page.wait_for_selector(FOUND, timeout=PATIENCE)
    except BrowserTimeout:
        return []
    page.wait_for_timeout(100)  # a later answer would replace the first
    paths = page.eval_on_selector_all(FOUND, "found => found.map(each => each.pathname)")
    return list(dict.fromkeys(keys.key_of_url(path) for path in paths))


def score(reports: Sequence[Report], asked: Callable[[Report], str], ask: Callable[[str], list[str]]) -> Score:
    """Ask for each report; a miss says what was wanted, what came, and for which text."""
    misses = []
    for report in reports:
        found = ask(asked(report))
        if not found or found[0] not in report.accept:
            told = " ".join(asked(report).split())[:100]
            misses.append(f"wanted {report.accept[0]}, got {', '.join(found[:3]) or 'nothing'}: {told}")
    return Score(len(reports), misses)
