"""Real tracebacks of every broken program, disguised and put into log formats, are diagnosed in the real browser."""

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pytest
from playwright.sync_api import Browser, Page

from scripts import evaluation, keys
from scripts.runner.cells import Cell
from scripts.runner.programs import Program, read_all
from scripts.runner.session import Programs
from scripts.tests.browser import visit
from scripts.tests.diagnosis.disguise import disguise, skeleton
from scripts.tests.diagnosis.formats import FORMATS, LEFT, left
from scripts.tests.support import fail_with

SEED = "2026"
CELLS = (Cell("2.0", "aiosqlite"), Cell("2.1", "aiosqlite"), Cell("2.1", "asyncpg"), Cell("2.0", "aiomysql"))
ASK = """texts => import(new URL("assets/diagnosis/engine.js", document.baseURI).href)
    .then(engine => texts.map(text => engine.diagnose(text).map(verdict => verdict.key)))"""
ANSWER = "problem"  # what a bare message may be answered with


@dataclass(frozen=True)
class Case:
    """What one program printed on one cell."""

    program: Program
    cell: Cell
    text: str

    @property
    def key(self) -> str:
        """The page that the text must lead to."""
        return keys.key_of_code(self.program.path)

    @property
    def disguised(self) -> str:
        """The text as another project would print it."""
        return disguise(self.text, f"{SEED} {self.program.name} {self.cell}")

    def shown(self, name: str) -> str:
        """The disguised text in a format."""
        return FORMATS[name](self.disguised)

    def told(self, name: str) -> str:
        """What a format leaves to be told from, whatever names were chosen."""
        return _told(self.text, name if name in LEFT else "plain")


@cache
def _told(text: str, name: str) -> str:
    return skeleton(left(text, name))


def is_asked(program: Program) -> bool:
    """Whether a program's text belongs to its own page: a cause's page also shows errors of other kinds."""
    key = keys.key_of_code(program.path)
    if keys.is_cause(key):
        return program.kind == "broken" and "raises" not in program.headers
    return program.kind == "broken" and key.startswith("lookalikes/")


def runs() -> list[tuple[Program, Cell]]:
    """Every broken program, on each cell where it must break."""
    asked = [program for program in read_all() if is_asked(program)]
    places = {program: [*CELLS, *(cell for cell in program.cells if _is_named(cell))] for program in asked}
    return [(program, cell) for program in asked for cell in places[program] if program.expected_on(cell)]


def _is_named(cell: Cell) -> bool:
    return "-" in cell.environment


@pytest.fixture(scope="module")
def cases(programs: Programs) -> list[Case]:
    """What the programs printed, where a server is there."""
    wanted = runs()
    programs.schedule.start(wanted)
    results = [(program, cell, programs.schedule.result(program, cell)) for program, cell in wanted]
    return [Case(program, cell, result.stderr) for program, cell, result in results if result]


@pytest.fixture(scope="module")
def verdicts(cases: list[Case], browser: Browser, address: str) -> dict[tuple[Case, str], list[str]]:
    """The keys that the engine gives for each case in each format, all asked at once."""
    asked = [(case, name) for name in FORMATS for case in cases]
    page = visit(browser, address).open("")
    found = page.evaluate(ASK, [case.shown(name) for case, name in asked])
    page.context.close()
    return dict(zip(asked, found, strict=True))


def candidates(cases: list[Case], name: str) -> dict[str, set[str]]:
    """What a format leaves of the texts -> the pages that it may come from."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for case in cases:
        found[case.told(name)].add(case.key)
    return found


def is_right(got: list[str], own: str, possible: set[str], has_frames: bool) -> bool:
    """Whether the own page is first; where the text cannot decide, whether all possible pages are given."""
    if possible == {own}:
        return got[0] == own
    if not has_frames and got[0] == ANSWER:
        return True
    return got[0] in possible and possible <= set(got)


@pytest.mark.parametrize("name", FORMATS)
def test_format_leads_to_the_page(name: str, cases: list[Case], verdicts: dict[tuple[Case, str], list[str]]) -> None:
    possible = candidates(cases, name)
    wrong: list[str] = []
    for case in cases:
        got, pages = verdicts[case, name], possible[case.told(name)]
        if not is_right(got, case.key, pages, name != "message"):
            wrong.append(
                f"  {case.program.name} on {case.cell}: {', '.join(got)}; possible: {', '.join(sorted(pages))}"
            )
    fail_with([f"{name}: {len(wrong)} of {len(cases)} wrong, with the seed {SEED}:", *wrong] if wrong else [])


@pytest.fixture(scope="module")
def start(browser: Browser, address: str) -> Iterator[Page]:
    """The start page, opened once."""
    visitor = visit(browser, address)
    yield visitor.open("")
    visitor.check()
    visitor.page.context.close()


@pytest.mark.parametrize("name", FORMATS)
def test_box_answers_as_the_engine(
    name: str, cases: list[Case], verdicts: dict[tuple[Case, str], list[str]], start: Page
) -> None:
    for case in random.Random(f"{SEED} {name}").sample(cases, 10):
        assert evaluation.ask_box(start, case.shown(name)) == verdicts[case, name][: evaluation.SHOWN]
