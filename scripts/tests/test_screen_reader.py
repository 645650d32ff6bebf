"""What a screen reader gets: the accessibility tree, and what the live regions say; and axe on pages in use."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, expect

from scripts.tests.browser import Visit, violations, visit
from scripts.tests.support import fail_with, told

CAUSE = "causes/lazy-relationship/"
CASE = "loaders/?kind=one-to-many&parents=100&children=30&siblings=2&rtt=1"
LABEL = "Paste the error, or the whole log"
MESSAGE = "sqlalchemy.exc.MissingGreenlet: greenlet_spawn has not been called; can't call await_only() here."
TRACEBACK = f"""  File "/app/orders.py", line 30, in main
    print([line.title for line in order.lines])
  File "/venv/sqlalchemy/orm/attributes.py", line 569, in __get__
  File "/venv/sqlalchemy/orm/strategies.py", line 1000, in _emit_lazyload
{MESSAGE}"""


@pytest.fixture(params=[1280])
def visitor(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Visit]:
    """A reader for whom nothing moves."""
    made = visit(browser, address, request.param)
    made.page.emulate_media(reduced_motion="reduce")
    yield made
    made.wrong = [each for each in made.wrong if "404" not in each]
    made.check()
    made.page.context.close()


def gets(place: Locator, where: str, tree: str) -> None:
    """Fail, and name the files, unless the accessibility tree of a place holds this."""
    with told(f"{where}: a screen reader gets something else"):
        expect(place).to_match_aria_snapshot(tree)


def both(function):
    """At 390 and at 1280 pixels."""
    return pytest.mark.parametrize("visitor", [390, 1280], indirect=True)(function)


@told("docs/assets/javascripts/page.js:1: what is told")
def test_cause_page(visitor: Visit) -> None:
    """Landmarks with names, headings in order that are named by their words alone, and where the page stands."""
    page = visitor.open(CAUSE)
    page.keyboard.press("Tab")
    gets(
        page.locator("body"),
        "docs/.overrides/main.html:1 or docs/assets/javascripts/page.js:1 or take.js:1",
        """
        - link "Skip to content"
        - banner:
          - navigation "Header":
            - link "MissingGreenlet"
            - radio "Palette of the system" [checked]
            - radio "Light palette"
            - radio "Dark palette"
            - dialog "Search":
              - search:
                - textbox "Search"
        - navigation "Tabs"
        - main:
          - navigation "Navigation":
            - list:
              - listitem:
                - link "Causes"
                - 'navigation "Pages: Causes"':
                  - list:
                    - listitem:
                      - link "A relationship that no query loaded"
          - navigation "Table of contents"
          - article:
            - heading "A relationship that no query loaded" [level=1]
            - heading "Recognise it" [level=2]
            - radio "SQLAlchemy 2.1" [checked]
            - radio "SQLAlchemy 2.0"
            - heading "Why it happens" [level=2]
            - heading "Fix it" [level=2]
            - heading /Load it with/ [level=3]
            - heading "Verify it" [level=2]
            - heading "See also" [level=2]
            - heading "Verified on" [level=2]
            - table
            - group "Take this page along":
              - button "Copy for wiki"
              - link "This page as Markdown"
            - status
        - contentinfo:
          - navigation "Footer":
            - link /Previous/
            - link /Next/
        - status
        """,
    )
    told = {each.inner_text(): each.get_attribute("aria-current") for each in page.locator("[aria-current]").all()}
    assert told == {"Causes": "true", "A relationship that no query loaded": "page"}
    page.set_viewport_size({"width": 390, "height": 900})
    expect(page.get_by_role("group", name="Code", exact=True).first).to_be_visible()


@told("docs/assets/javascripts/paste-box.js:1: what is told")
def test_verdict(visitor: Visit) -> None:
    page = visitor.open("")
    page.get_by_label(LABEL).fill(TRACEBACK)
    status = page.locator("#paste").get_by_role("status")
    expect(status).to_have_text(
        "A relationship that no query loaded. "
        "The frames pass _emit_lazyload: a relationship was read that no query had loaded."
    )
    gets(
        page.locator("#paste"),
        "docs/assets/javascripts/verdict.js:1",
        """
        - textbox "Paste the error, or the whole log"
        - status
        - heading "A relationship that no query loaded" [level=2]:
          - link "A relationship that no query loaded"
        - paragraph: /The frames pass _emit_lazyload/
        - group "Your line":
          - mark: "print([line.title for line in order.lines])"
        - paragraph: /Seen in the text/
        - paragraph:
          - strong: "First fix:"
        - group "The first fix":
          - code: /selectinload/
        - paragraph:
          - strong: "To be sure:"
        - paragraph:
          - button "Copy for your wiki or ticket"
          - link "Link to this verdict"
          - link "Wrong verdict, or my cause is missing?"
        - heading "It fails despite eager loading" [level=2]
        """,
    )
    page.get_by_role("button", name="Copy for your wiki or ticket").click()
    expect(status).to_have_text("Copied")


@told("docs/assets/javascripts/paste-box.js:1: what is told")
def test_unknown_verdict(visitor: Visit) -> None:
    page = visitor.open("")
    page.get_by_label(LABEL).fill("KeyError: 'name'")
    status = page.locator("#paste").get_by_role("status")
    expect(status).to_contain_text("No cause of this site. This is not MissingGreenlet")
    gets(
        page.locator("#verdicts"),
        "docs/assets/javascripts/verdict.js:1",
        """
        - heading "No cause of this site" [level=2]
        - paragraph: /This is not MissingGreenlet/
        - paragraph:
          - link "Wrong verdict, or my cause is missing?"
        """,
    )
    fail_with(violations(page, "docs/assets/javascripts/verdict.js:1: an unknown error", "article"))
    page.get_by_label(LABEL).fill("")
    expect(status).to_contain_text("There is nothing to read yet")


@both
def test_search(visitor: Visit) -> None:
    """The answer and the number of results are told, a result is named by its heading, and axe finds nothing."""
    page = visitor.open(CAUSE)
    page.keyboard.press("/")
    expect(page.get_by_role("textbox", name="Search")).to_be_focused()
    page.keyboard.insert_text(MESSAGE)
    page.keyboard.press("End")
    expect(page.locator("a.md-search-result__link").first).to_be_visible(timeout=20_000)
    gets(
        page.get_by_role("dialog", name="Search"),
        "docs/assets/javascripts/search-box.js:1",
        """
        - search:
          - textbox "Search"
          - status:
            - link /MissingGreenlet.* This is the message itself/
          - status: /\\d+ matching documents/
          - list:
            - listitem:
              - link /^MissingGreenlet.*await_only\\(\\) here$/
        """,
    )
    fail_with(violations(page, f"docs/assets/javascripts/search-box.js:1: {page.viewport_size}", ".md-header"))


@both
@told("docs/assets/javascripts/chooser.js:1: what is told")
def test_chooser(visitor: Visit) -> None:
    page = visitor.open(CASE)
    status = page.locator("#chooser-status[role=status]")
    expect(status).to_have_text("Choose selectinload: 3 statements, 6,100 rows.")
    gets(
        page.locator("article"),
        "docs/assets/loaders/form.html:1 or docs/assets/javascripts/chooser.js:1",
        """
        - form "Loader chooser":
          - combobox "The relationship"
          - textbox "Objects that the query selects": "100"
          - textbox "Children of each": "30"
          - textbox "Such collections"
          - combobox "Database"
          - button "Copy the link to this case"
        - status
        - table:
          - caption: /Statements, rows and bytes are exact/
          - rowgroup:
            - row "Strategy Statements Rows Bytes Time":
              - columnheader "Strategy"
              - columnheader "Statements"
          - rowgroup:
            - row /→ selectinload 3 6,100/:
              - rowheader "→ selectinload"
              - cell "3"
        """,
    )
    where = f"docs/assets/loaders/form.html:1: {page.viewport_size}"
    found = violations(page, f"{where}, answered", "article")
    field = page.get_by_label("Objects that the query selects")
    field.fill("many")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(status).to_contain_text("write a whole number from 1 to 1,000,000")
    fail_with([*found, *violations(page, f"{where}, with a wrong number", "article")])


@both
def test_missing_page(visitor: Visit) -> None:
    """What may be meant is told, for it stands there only after the page was opened; and axe finds nothing."""
    page = visitor.open("causes/lazy-relationshp/")
    gets(
        page.locator("#meant[aria-live=polite]"),
        "docs/.overrides/404.html:1 or docs/assets/javascripts/not-found.js:1",
        """
        - paragraph: "Perhaps you mean:"
        - list:
          - listitem:
            - link "A relationship that no query loaded"
        """,
    )
    fail_with(violations(page, f"docs/.overrides/404.html:1: {page.viewport_size}"))
