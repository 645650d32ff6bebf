"""Hold the built site against reports: [REPORTS.jsonl], else the tests' own."""

import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from scripts import builder, chromium, evaluation
from scripts.bootstrap import ToolError
from scripts.paths import REPORTS
from scripts.serving import served


def main(argv: list[str]) -> int:
    """Build, ask every report of the paste box and of the search, and print both scores with their misses."""
    reports = evaluation.load(Path(argv[0]) if argv else REPORTS)
    with tempfile.TemporaryDirectory() as directory:
        done = builder.produce(Path(directory))
        if done.returncode:
            raise ToolError(f"the site was not built:\n{done.stdout}")
        with served(Path(directory)) as address, sync_playwright() as playwright:
            page = playwright.chromium.launch(
                executable_path=chromium.find_or_install(), args=chromium.FLAGS
            ).new_page()
            page.goto(address)
            for name, told, ask in (
                ("diagnosis", lambda report: report.text, evaluation.ask_box),
                ("search", lambda report: report.query, evaluation.ask_search),
            ):
                result = evaluation.score(reports, told, lambda text, ask=ask: ask(page, text))
                print(f"{name}: {result.top1:.3f} of {result.asked} reports are answered first")
                print("".join(f"  {miss}\n" for miss in result.misses), end="")
    return 0
