"""What the engine says beside the page: question, series, driver, other errors; and texts of rarer forms."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from scripts import keys
from scripts.runner import execution
from scripts.runner.cells import Cell
from scripts.runner.programs import read
from scripts.runner.servers import Servers
from scripts.tables import recorded
from scripts.tests.browser import visit

DIAGNOSE = """([text, options]) => import(new URL("assets/diagnosis/engine.js", document.baseURI).href)
    .then(engine => engine.diagnose(text, options))"""
OLD_IPYTHON = """MissingGreenlet                           Traceback (most recent call last)
<ipython-input-4-000000000000> in async-def-wrapper()
----> 7 print(order.lines)

~/.venv/lib/python3.11/site-packages/sqlalchemy/orm/attributes.py in __get__(self, instance, owner)
    560             return dict_[self.key]
--> 561         return self.impl.get(state, dict_)

~/.venv/lib/python3.11/site-packages/sqlalchemy/orm/strategies.py in _emit_lazyload(self, session, state)
-> 1101         result = session.execute(stmt)

MissingGreenlet: greenlet_spawn has not been called; can't call await_only() here.
"""
RICH = """╭───────────────────── Traceback (most recent call last) ──────────────────────╮
│ /srv/app/jobs.py:9 in run                                                    │
│                                                                              │
│ ❱ 9 │   async with engine.begin() as connection:                             │
│                                                                              │
│ /srv/app/.venv/lib/python3.12/site-packages/sqlalchemy/ext/asyncio/engi      │
│ ne.py:1064 in begin                                                          │
│                                                                              │
│ ❱ 1064 │   │   async with conn:                                              │
╰──────────────────────────────────────────────────────────────────────────────╯
"""
# Where the box answers a text by another page than the table of the messages, which knows whose program said it.
ELSEWHERE = {
    "DBAPIError: (sqlalchemy.exc.MissingGreenlet)": "causes/sync-api-on-async-engine",
    "InvalidRequestError: 'User.bio' is not available": "lookalikes/raiseload",
    "NoInspectionAvailable: ": "causes/sync-api-on-async-engine",
    "RuntimeError: asyncio.run() cannot be called": "unknown",  # Jupyter says it, too
}
NOT_STARTED = """Traceback (most recent call last):
  File "/srv/jobs/count.py", line 14, in count
    rows = await connection.execute(query)
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  File "/srv/.venv/lib/python3.12/site-packages/sqlalchemy/ext/asyncio/engine.py", line 651, in execute
    self._proxied.execute,
    ^^^^^^^^^^^^^
  File "/srv/.venv/lib/python3.12/site-packages/sqlalchemy/ext/asyncio/base.py", line 156, in _raise_for_not_started
    raise async_exc.AsyncContextNotStarted(
AsyncContextNotStarted: AsyncConnection context has not been started and object has not been awaited.
"""
STREAMED = """Traceback (most recent call last):
  File "/srv/jobs/export.py", line 31, in export
    async for order in await session.stream_scalars(query.options({}(Order.lines)).execution_options(yield_per=50)):
  File "/srv/.venv/lib/python3.12/site-packages/sqlalchemy/orm/loading.py", line 128, in instances
    raise sa_exc.InvalidRequestError(
sqlalchemy.exc.InvalidRequestError: Can't use yield_per with eager loaders that require uniquing or row buffering
"""


@pytest.fixture(scope="module")
def start(browser: Browser, address: str) -> Iterator[Page]:
    """The start page, opened once."""
    visitor = visit(browser, address)
    yield visitor.open("")
    visitor.check()
    visitor.page.context.close()


def first(page: Page, text: str, typed: bool = False) -> dict[str, Any]:
    """The best verdict of ``text``."""
    return page.evaluate(DIAGNOSE, [text, {"typed": typed}])[0]


@pytest.mark.parametrize("series", ["2.0", "2.1"])
def test_series_and_driver_are_read_from_a_traceback(series: str, start: Page) -> None:
    program = read(keys.folder("causes/lazy-relationship") / "broken.py")
    text = execution.run(program, Cell(series, "aiosqlite"), Servers(), None).stderr
    verdict = first(start, text)
    assert (verdict["series"], verdict["driver"]) == (series, "aiosqlite")
    assert "carry an option for posts" in verdict["decide"]


@pytest.mark.parametrize(
    ("text", "series"),
    [
        ("MissingGreenlet: can't call await_() here. Was IO attempted (… https://sqlalche.me/e/14/xd2s)", "1.4"),
        ("MissingGreenlet: greenlet_spawn has not been called; can't call await_() here.", "2.1"),
        ("MissingGreenlet: greenlet_spawn has not been called; can't call await_only() here.", "2.0"),
        ("MissingGreenlet", ""),
    ],
)
def test_series_is_read_from_the_message(text: str, series: str, start: Page) -> None:
    assert first(start, text)["series"] == series


def test_known_other_error_is_named(start: Page) -> None:
    verdict = first(
        start, "Traceback (most recent call last):\nsqlalchemy.exc.IntegrityError: UNIQUE constraint failed"
    )
    assert verdict["key"] == "unknown"
    assert "IntegrityError: the database refused a row" in verdict["because"]


def test_unheard_of_error_is_named(start: Page) -> None:
    because = first(start, "Traceback (most recent call last):\nacme.errors.ParcelLostError: no such parcel")["because"]
    assert "ends in ParcelLostError, which this site does not treat" in because


def test_old_ipython_frames_are_read(start: Page) -> None:
    verdict = first(start, OLD_IPYTHON)
    assert (verdict["key"], verdict["line"]) == ("causes/lazy-relationship", "print(order.lines)")


def test_marked_expression_names_the_attribute(start: Page) -> None:
    text = (
        'Traceback (most recent call last):\n  File "/app/api.py", line 9, in show\n'
        "    print(order.lines, customer.name, order.label)\n          ^^^^^^^^^^^\n"
        '  File "/opt/venv/lib/python3.12/site-packages/sqlalchemy/orm/strategies.py", line 9, in _emit_lazyload\n'
        "MissingGreenlet: greenlet_spawn has not been called; can't call await_only() here.\n"
    )
    verdict = first(start, text)
    assert verdict["named"] == {"variable": "order", "attribute": "lines"}
    assert "selectinload(Order.lines)" in verdict["fix"]
    assert "selectinload(Model.lines)" in first(start, text.replace("order", "self"))["fix"]


def test_path_that_a_box_cut_is_joined(start: Page) -> None:
    verdict = first(start, RICH)
    assert verdict["key"] == "lookalikes/greenlet-not-installed"
    assert (verdict["own"]["file"], verdict["own"]["line"]) == ("/srv/app/jobs.py", 9)


def test_typed_words_need_no_message(start: Page) -> None:
    words = "inspect an async engine"
    assert first(start, words, typed=True)["key"] == "causes/sync-api-on-async-engine"
    assert first(start, words)["key"] == "unknown"


@pytest.mark.parametrize("error", recorded.errors(), ids=lambda error: f"{error.page} {error.name}")
def test_text_of_the_messages_leads_to_its_page(error: recorded.Error, start: Page) -> None:
    text = f"{error.name}: {error.text}"
    wanted = next((key for head, key in ELSEWHERE.items() if text.startswith(head)), error.page)
    assert first(start, text)["key"] == wanted


@pytest.mark.parametrize("kind", ["asyncio", "non-asyncio"])
def test_pool_of_the_other_kind_is_told(kind: str, start: Page) -> None:
    text = f"sqlalchemy.exc.ArgumentError: Pool class QueuePool cannot be used with {kind} engine"
    assert first(start, text)["key"] == "reference/messages"
    assert first(start, "https://sqlalche.me/e/20/pcls")["key"] == "reference/messages"


def test_object_that_nothing_started_is_told_by_its_frames(start: Page) -> None:
    message = NOT_STARTED.splitlines()[-1]
    assert first(start, NOT_STARTED)["key"] == "lookalikes/missing-await"
    assert first(start, message.replace("AsyncConnection", "AsyncTransaction"))["key"] == "lookalikes/missing-await"
    assert first(start, message)["decide"].startswith("Who was given the engine?")


@pytest.mark.parametrize("loader", ["joinedload", "subqueryload", "contains_eager"])
def test_stream_is_answered_by_the_loader_that_its_line_names(loader: str, start: Page) -> None:
    assert first(start, STREAMED.format(loader))["key"] == f"loaders/{loader}"
