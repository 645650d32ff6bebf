"""The loader chooser, in the real browser: exact figures, a link that gives the same answer, and calm with nonsense."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser, Page, expect

from scripts.bench import results
from scripts.bench.points import Point
from scripts.tests.browser import Visit, axe, visit
from scripts.tests.support import fail_with

FOUND = results.load()
COSTS = """points => import(new URL("../assets/loaders/formulas.js", document.baseURI).href)
    .then(formulas => points.map(point => formulas.costs(point)))"""
CASE = "?kind=one-to-many&parents=100&children=30&siblings=2&rtt=1#your-numbers"


@pytest.fixture
def visitor(browser: Browser, address: str) -> Iterator[Visit]:
    """A reader with a telephone."""
    made = visit(browser, address, 390)
    yield made
    made.check()
    made.page.context.close()


def asked(point: Point) -> dict[str, object]:
    """A point as the chooser's form says it."""
    siblings = 2 if point.kind == "siblings" else 1
    return {**point.asdict(), "kind": "one-to-many" if siblings == 2 else point.kind, "siblings": siblings}


def test_figures_are_those_that_were_measured(visitor: Visit) -> None:
    page = visitor.open("loaders/")
    points = results.points(FOUND)
    told = page.evaluate(COSTS, [asked(point) for point, _ in points])
    wrong = []
    for (point, figures), costs in zip(points, told, strict=True):
        for strategy, got in figures.items():
            cost = costs[strategy]
            exact = {name: cost[name] for name in ("statements", "rows", "objects")}
            if exact != {name: got[name] for name in exact}:
                wrong.append(f"{point.name}: {strategy}: the chooser says {exact}, measured was {got}")
            if "bytes" in got and abs(got["bytes"] / cost["bytes"] - 1) > 0.02:
                wrong.append(f"{point.name}: {strategy}: {cost['bytes']} bytes, measured were {got['bytes']}")
    fail_with(wrong)


def cells(page: Page, strategy: str) -> list[str]:
    """The row of a strategy, as it is shown."""
    return page.locator(f'#chooser-costs tr[data-strategy="{strategy}"] td').all_inner_texts()


def test_form_shows_what_was_measured(visitor: Visit) -> None:
    page = visitor.open(f"loaders/{CASE}")
    point = Point(kind="siblings", children=30)
    for strategy, got in FOUND["points"][point.name]["strategies"].items():
        assert cells(page, strategy)[:2] == [f"{got['statements']:,}", f"{got['rows']:,}"]


def test_link_gives_the_colleague_the_same_answer(visitor: Visit, browser: Browser, address: str) -> None:
    page = visitor.open("loaders/")
    page.get_by_label("The relationship").select_option("many-to-one")
    page.get_by_label("Different targets").fill("1000")
    page.get_by_label("Round trip").fill("2,5")
    page.get_by_role("button", name="Copy the link").click()
    expect(page.locator("#chooser-status")).to_have_text("The link to this case is copied.")
    link = page.evaluate("navigator.clipboard.readText()")
    mine = page.locator("#chooser-choice").inner_text(), cells(page, "selectinload")
    colleague = visit(browser, address, 390)
    theirs = colleague.open(link.removeprefix(address))
    assert (theirs.locator("#chooser-choice").inner_text(), cells(theirs, "selectinload")) == mine
    assert theirs.locator("#chooser-choice").bounding_box()["y"] < 900  # type: ignore[index]
    colleague.check()
    theirs.context.close()


def test_every_option_has_code_that_names_it(visitor: Visit) -> None:
    for query, words in {
        "?kind=two-levels&children=30": ["select(User)", "load(User.posts).", "load(Post.comments)"],
        "?kind=many-to-one&limit=20": ["select(Post).order_by(Post.id).limit(20)", "joinedload(Post.user)"],
        "?siblings=3&children=50": ["selectinload(User.posts)", "selectinload(User.groups)"],
        "?children=2&rtt=50": ["joinedload(User.posts)", ".unique()"],
    }.items():
        code = visitor.open(f"loaders/{query}").locator("#chooser-choice code").inner_text()
        assert [word for word in words if word not in code] == [], code


def test_keyboard_alone_is_enough(visitor: Visit) -> None:
    page = visitor.open("loaders/")
    page.get_by_label("Objects that the query selects").focus()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("10000")
    assert cells(page, "selectinload")[0] == "21"
    page.keyboard.press("Enter")
    assert "parents=10000" in page.url
    page.keyboard.press("Tab")
    expect(page.get_by_label("Children of each", exact=True)).to_be_focused()


@pytest.mark.parametrize("nonsense", ["", "many", "-3", "1e9", "10.5", "99999999999999999999", "<b>"])
def test_nonsense_is_refused_calmly(nonsense: str, visitor: Visit) -> None:
    page = visitor.open("loaders/")
    field = page.get_by_label("Objects that the query selects")
    field.fill(nonsense)
    sentence = "Objects that the query selects: write a whole number from 1 to 1,000,000."
    expect(page.locator("#chooser-said")).to_have_text(sentence)
    expect(page.locator("#chooser-status")).to_have_text(sentence)
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#chooser-costs tr")).to_have_count(0)
    field.fill("7")
    expect(page.locator("#chooser-said")).to_be_empty()
    expect(field).to_have_attribute("aria-invalid", "false")
    assert cells(page, "lazy")[0] == "8"


@pytest.mark.parametrize("query", ["?kind=nothing&parents=x&rtt=-1", "?parents=%00&held=maybe", "?limit=1&limit=2"])
def test_broken_link_is_no_broken_page(query: str, visitor: Visit) -> None:
    page = visitor.open(f"loaders/{query}")
    assert page.locator("#chooser-said").inner_text() or page.locator("#chooser-costs tr").count()


def test_only_fields_of_the_kind_are_shown(visitor: Visit) -> None:
    page = visitor.open("loaders/?kind=many-to-one&held=true")
    expect(page.get_by_label("Different targets")).to_be_visible()
    expect(page.get_by_label("Such collections")).to_be_hidden()
    assert cells(page, "immediateload")[0] == "1"
    assert not cells(page, "by-hand")


def test_answer_is_announced_and_accessible(visitor: Visit) -> None:
    page = visitor.open(f"loaders/{CASE}")
    expect(page.locator("#chooser-status")).to_have_text("Choose selectinload: 3 statements, 6,100 rows.")
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        found += [f"{scheme}: {each['id']}: {each['nodes'][0]['target']}" for each in axe(page)]
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    fail_with([*found, *([f"{wide} px too wide"] if wide > 0 else [])])


def test_without_javascript_the_tables_remain(browser: Browser, address: str, built: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}loaders/")
    expect(page.locator("#chooser")).to_be_hidden()
    expect(page.locator("table").first).to_be_visible()
    context.close()
    # A browser under remote control parses <noscript> as if scripts ran: read the file.
    aside = html.parse(built / "loaders" / "index.html").xpath("//article//noscript//a/@href")
    assert aside == ["benchmark/#formulas"]
