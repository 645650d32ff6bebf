"""What `explain` says of real errors on this database, and of errors that fight back."""

import asyncio
import doctest
import gc
import linecache
import logging
import weakref
from collections.abc import AsyncGenerator, Awaitable, Callable
from pathlib import Path
from typing import Annotated, Any

import pytest
from fastapi import APIRouter, BackgroundTasks, Depends, FastAPI, Request, Response
from fastapi.exceptions import ResponseValidationError
from fastapi.responses import PlainTextResponse
from httpx import ASGITransport, AsyncClient
from pydantic import BaseModel, ConfigDict
from sqlalchemy import Engine, create_engine, exc, func, insert, inspect, make_url, select, text, update
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker
from sqlalchemy.orm import Session, raiseload, selectinload
from sqlalchemy.orm.exc import DetachedInstanceError

import kit.explain
from kit.database import Database
from kit.explain import REASONS, ExplainFilter, Explanation, explain
from kit.tests.lazy import Keeper, Lazy, Player, Team, teams
from kit.tests.support import ask, statements

pytestmark = [
    pytest.mark.filterwarnings("ignore:coroutine .* was never awaited:RuntimeWarning"),
    pytest.mark.filterwarnings("ignore:The garbage collector is trying:sqlalchemy.exc.SAWarning"),
    pytest.mark.filterwarnings("ignore:.*was deleted while still open:ResourceWarning"),  # of psycopg
    pytest.mark.filterwarnings("ignore:Exception in thread .*_connection_worker_thread"),  # of aiosqlite
]
Act = Callable[[AsyncSession], Awaitable[Any]]
READ = "# here"


def run(url: str, main: Callable[[Database], Awaitable[None]]) -> None:
    """Run ``main`` on a database with one team."""

    async def with_teams() -> None:
        async with teams(url) as database:
            await main(database)
        gc.collect()  # a failed call leaves coroutines and connections, whose threads still need the loop
        await asyncio.sleep(0.02)

    asyncio.run(with_teams())


async def explanation(database: Database, act: Act, **options: Any) -> Explanation:
    """What ``explain`` says of the error of ``act``; without SQL."""
    async with async_sessionmaker(database.engine, **options)() as session:
        try:
            await act(session)
        except Exception as error:
            with statements(database) as sent:
                found = explain(error)
            assert sent == []
            assert found is not None, error
            return found
    raise AssertionError("nothing was raised")


def is_marked(where: str | None) -> bool:
    """Whether a place is a line of a test that says so."""
    file, _, line = str(where).rpartition(":")
    return Path(file).parent.name == "tests" and READ in linecache.getline(str(Path(file).absolute()), int(line))


# Acts that fail, each on its marked line ---------------------------------------------------------


async def one(session: AsyncSession, *options: Any) -> Team:
    return (await session.scalars(select(Team).options(*options))).one()


async def collection(session: AsyncSession) -> None:
    print((await one(session)).players)  # here


async def many_to_one(session: AsyncSession) -> None:
    print((await session.scalars(select(Player))).one().team)  # here


async def second_level(session: AsyncSession) -> None:
    print((await one(session, selectinload(Team.players))).players[0].goals)  # here


async def through_a_proxy(session: AsyncSession) -> None:
    print(list((await one(session)).numbers))  # here


async def with_hasattr(session: AsyncSession) -> None:
    hasattr(await one(session), "players")  # here


async def of_a_new_object(session: AsyncSession) -> None:
    team = Team(name="grace")
    session.add(team)
    await session.flush()
    print(team.players)  # here


async def after_commit(session: AsyncSession) -> None:
    team = await one(session)
    await session.commit()
    print(team.name)  # here


async def key_after_commit(session: AsyncSession) -> None:
    team = await one(session)
    await session.commit()
    await session.connection()  # with a connection at hand the error is another one
    print(team.id)  # here


async def collection_after_commit(session: AsyncSession) -> None:
    team = await one(session, selectinload(Team.players))
    await session.commit()
    print(team.players)  # here


async def after_rollback(session: AsyncSession) -> None:
    team = await one(session)
    await session.rollback()
    print(team.name)  # here


async def in_a_handler(session: AsyncSession) -> None:
    team = await one(session)
    try:
        await session.execute(insert(Team).values(id=1, name="again"))
    except exc.IntegrityError:
        await session.rollback()
        print(team.name)  # here


async def in_a_handler_inside_begin(session: AsyncSession) -> None:
    """The read fails, and on its way out `begin()` expires the object, which it had not been."""
    async with session.begin():
        print((await one(session)).players)  # here


async def deferred(session: AsyncSession) -> None:
    print((await one(session)).motto)  # here


async def after_update(session: AsyncSession) -> None:
    team = await one(session)
    team.name = "grace"
    await session.flush()
    print(team.revision)  # here


async def after_bulk_update(session: AsyncSession) -> None:
    team = await one(session)
    await session.execute(update(Team).values(name=func.upper(Team.name)))
    print(team.name)  # here


async def of_a_subclass(session: AsyncSession) -> None:
    player = (await session.scalars(select(Player))).one()
    assert isinstance(player, Keeper)
    print(player.saves)  # here


async def assigned(session: AsyncSession) -> None:
    (await one(session)).players = []  # here


async def appended(session: AsyncSession) -> None:
    (await one(session)).players.append(Player())  # here


async def dynamic(session: AsyncSession) -> None:
    print((await one(session)).queried.all())  # here


async def property_(session: AsyncSession) -> None:
    print((await one(session)).size)


async def printed(session: AsyncSession) -> None:
    print(f"{await one(session)}")


async def validated(session: AsyncSession) -> None:
    (await one(session)).name = "listen"


async def in_a_thread(session: AsyncSession) -> None:
    team = await one(session)
    await asyncio.to_thread(lambda: team.players)  # here


async def in_a_thread_of_its_own_loop(session: AsyncSession) -> None:
    """A loop in a thread: the read is where it belongs."""

    async def main() -> None:
        print((await one(session)).players)  # here

    await asyncio.to_thread(lambda: asyncio.run(main()))


async def dirty(session: AsyncSession) -> None:
    """A read that flushes first, which fails first."""
    team = await one(session)
    team.name = "grace"
    print(team.players)  # here


async def wrapped(session: AsyncSession) -> None:
    team = await one(session)
    try:
        print(team.players)  # here
    except Exception as error:
        raise RuntimeError("of the application") from error


async def grouped(session: AsyncSession) -> None:
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(collection(session))


async def detached(session: AsyncSession) -> None:
    team = await one(session)
    await session.close()
    print(team.players)  # here


async def detached_and_expired(session: AsyncSession) -> None:
    team = await one(session)
    await session.commit()
    await session.close()
    print(team.name)  # here


async def guarded(session: AsyncSession) -> None:
    print((await one(session, raiseload(Team.players))).players)  # here


LAZY, EXPIRED = "causes/lazy-relationship", "causes/expired-after-commit"
ROLLBACK, THREAD = "causes/expired-after-rollback", "causes/thread-or-background-task"
NEVER = "never loaded"
EXPECTED: list[tuple[Act, str, str, str | None]] = [
    (collection, LAZY, "Team.players", NEVER),
    (second_level, LAZY, "Keeper.goals", NEVER),
    (many_to_one, LAZY, "Keeper.team", NEVER),
    (through_a_proxy, LAZY, "Team.players", NEVER),
    (with_hasattr, LAZY, "Team.players", NEVER),
    (appended, LAZY, "Team.players", NEVER),
    (dirty, LAZY, "Team.players", NEVER),
    (wrapped, LAZY, "Team.players", NEVER),
    (grouped, LAZY, "Team.players", NEVER),
    (in_a_handler_inside_begin, LAZY, "Team.players", NEVER),
    (of_a_new_object, "causes/new-object-collection", "Team.players", "new"),
    (after_commit, EXPIRED, "Team.name", "expired"),
    (key_after_commit, EXPIRED, "Team.id", "expired"),
    (collection_after_commit, EXPIRED, "Team.players", "expired"),
    (in_a_handler, ROLLBACK, "Team.name", "expired"),
    (deferred, "causes/deferred-column", "Team.motto", "deferred"),
    (after_update, "causes/server-generated-value", "Team.revision", "column expired"),
    (after_bulk_update, "causes/server-generated-value", "Team.name", "column expired"),
    (of_a_subclass, "causes/polymorphic-subclass-column", "Keeper.saves", "column expired"),
    (assigned, "causes/collection-mutation", "Team.players", NEVER),
    (dynamic, "causes/dynamic-relationship", "Team.queried", None),
    (property_, "causes/property-or-repr", "Team.players", NEVER),
    (printed, "causes/property-or-repr", "Team.players", NEVER),
    (validated, "causes/event-listener", "Team.players", NEVER),
    (detached, "lookalikes/detached-instance", "Team.players", "detached"),
    (detached_and_expired, "lookalikes/detached-instance", "Team.name", "detached"),
    (guarded, "lookalikes/raiseload", "Team.players", None),
]


@pytest.mark.parametrize(("act", "key", "subject", "state"), EXPECTED, ids=lambda it: getattr(it, "__name__", ""))
def test_a_read_is_explained(url: str, act: Act, key: str, subject: str, state: str | None) -> None:
    async def main(database: Database) -> None:
        found = await explanation(database, act)
        assert (found.key, f"{found.model}.{found.attribute}", found.state) == (key, subject, state)
        assert is_marked(found.where), found.where
        assert not found.thread

    run(url, main)


def test_without_expiry_on_commit_it_was_a_rollback(url: str) -> None:
    async def main(database: Database) -> None:
        assert (await explanation(database, after_rollback, expire_on_commit=False)).key == ROLLBACK
        assert (await explanation(database, after_rollback)).key == EXPIRED  # the object cannot tell

    run(url, main)


def test_another_thread_is_told_from_another_loop(url: str, tmp_path: Path) -> None:
    async def main(database: Database) -> None:
        found = await explanation(database, in_a_thread)
        assert (found.key, found.state, found.thread) == (THREAD, NEVER, True)
        assert is_marked(found.where)

    run(url, main)

    async def elsewhere(database: Database) -> None:
        found = await explanation(database, in_a_thread_of_its_own_loop)
        assert (found.key, found.thread) == (LAZY, False)

    run(f"sqlite+aiosqlite:///{tmp_path}/app.db", elsewhere)  # the only driver that may change its loop


# Engines -----------------------------------------------------------------------------------------


def sync_url(url: str) -> Any:
    """The URL as it stands for an async driver in `create_engine()`, too."""
    parsed = make_url(url)
    return parsed.set(drivername="postgresql+psycopg_async") if parsed.drivername.endswith("psycopg") else parsed


def wrong_engine(session: AsyncSession) -> Engine:
    return create_engine(sync_url(str(engine_of(session).url.render_as_string(hide_password=False))))


def engine_of(session: AsyncSession) -> AsyncEngine:
    assert isinstance(session.bind, AsyncEngine)
    return session.bind


async def connect(session: AsyncSession) -> None:
    wrong_engine(session).connect()  # here


async def session_on_it(session: AsyncSession) -> None:
    Session(wrong_engine(session)).execute(text("SELECT 1"))  # here


async def sync_session(session: AsyncSession) -> None:
    session.sync_session.execute(text("SELECT 1"))  # here


async def sync_session_with_a_connection(session: AsyncSession) -> None:
    await session.connection()
    session.sync_session.execute(text("SELECT 1"))  # here


async def session_on_the_async_engine(session: AsyncSession) -> None:
    Session(engine_of(session).sync_engine).execute(text("SELECT 1"))  # here


async def create_all(session: AsyncSession) -> None:
    Lazy.metadata.create_all(engine_of(session).sync_engine)  # here


async def inspector(session: AsyncSession) -> None:
    inspect(engine_of(session).sync_engine).get_table_names()  # here


SYNC_CALLS = (sync_session, sync_session_with_a_connection, session_on_the_async_engine, create_all, inspector)
ENGINES: dict[Act, str] = {
    **dict.fromkeys((connect, session_on_it), "causes/sync-engine-async-driver"),
    **dict.fromkeys(SYNC_CALLS, "causes/sync-api-on-async-engine"),
}


@pytest.mark.parametrize(("act", "key"), ENGINES.items(), ids=lambda it: getattr(it, "__name__", ""))
def test_a_sync_engine_is_told_from_a_sync_call(url: str, act: Act, key: str) -> None:
    async def main(database: Database) -> None:
        found = await explanation(database, act)
        assert (found.key, found.attribute, found.state) == (key, None, None)
        assert is_marked(found.where), found.where

    run(url, main)


def test_a_library_and_alembic_are_told_by_their_files(url: str, tmp_path: Path) -> None:
    async def main(database: Database) -> None:
        for package, key in (("pandas", "causes/third-party-sync-library"), ("alembic", "causes/alembic-env")):
            file = f"/site-packages/{package}/io.py"
            code = compile("def read(session, text):\n    session.execute(text('SELECT 1'))", file, "exec")
            library: dict[str, Any] = {}
            exec(code, library)

            async def act(session: AsyncSession, read: Any = library["read"]) -> None:
                read(session.sync_session, text)  # here

            found = await explanation(database, act)
            assert found.key == key
            assert is_marked(found.where), found.where

    run(url, main)


def test_a_pending_rollback_is_explained(url: str) -> None:
    async def act(session: AsyncSession) -> None:
        session.add(Team(id=1, name="again"))
        with pytest.raises(exc.IntegrityError):
            await session.flush()
        await session.scalar(text("SELECT 1"))  # here

    async def main(database: Database) -> None:
        found = await explanation(database, act)
        assert found.key == "lookalikes/pending-rollback"
        assert is_marked(found.where)

    run(url, main)


# FastAPI and Pydantic ----------------------------------------------------------------------------


class PlayerOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)
    number: int


class TeamOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)
    name: str
    revision: int
    players: list[PlayerOut]


class TeamName(BaseModel):
    model_config = ConfigDict(from_attributes=True)
    name: str


def test_pydantic_is_explained(url: str) -> None:
    async def act(session: AsyncSession) -> None:
        TeamOut.model_validate(await one(session))  # here

    async def expired(session: AsyncSession) -> None:
        team = await one(session)
        await session.commit()
        TeamOut.model_validate(team)  # here

    async def closed(session: AsyncSession) -> None:
        team = await one(session)
        await session.close()
        TeamOut.model_validate(team)  # here

    expected: dict[Act, tuple[str, str, str]] = {
        act: ("causes/response-serialization", "players", NEVER),
        expired: (EXPIRED, "name", "expired"),
        closed: ("lookalikes/detached-instance", "players", "detached"),
    }

    async def main(database: Database) -> None:
        for failing, (key, attribute, state) in expected.items():
            found = await explanation(database, failing)
            assert (found.key, found.model, found.attribute, found.state) == (key, "Team", attribute, state)
            assert is_marked(found.where), found.where

    run(url, main)


async def session_of_request(request: Request) -> AsyncGenerator[AsyncSession, None]:
    async with request.app.state.database.sessions() as session:
        yield session


GivenSession = Annotated[AsyncSession, Depends(session_of_request)]


async def team_of_request(session: GivenSession) -> Team:
    return await one(session)


GivenTeam = Annotated[Team, Depends(team_of_request)]
router = APIRouter()


@router.get("/response", response_model=TeamOut)
async def get_response(team: GivenTeam) -> Team:
    return team


@router.get("/expired", response_model=list[TeamName])
async def get_expired(team: GivenTeam, session: GivenSession) -> list[Team]:
    session.expire(team)
    return [team]


@router.get("/read")
async def get_read(team: GivenTeam) -> None:
    print(team.players)  # here


@router.get("/task")
async def get_task(team: GivenTeam, tasks: BackgroundTasks) -> None:
    async def read() -> None:  # a `def` would run in a thread of anyio, whose end can crash the interpreter
        print(team.players)  # here

    tasks.add_task(read)


def application(url: str, explained: list[Explanation]) -> FastAPI:
    """Endpoints that fail, and the handler that the module's docstring shows."""

    async def handler(request: Request, error: Exception) -> Response:
        explanation = explain(error)
        if explanation is None:
            raise error
        explained.append(explanation)
        return PlainTextResponse("Internal Server Error", status_code=500)

    database = Database(url)
    app = FastAPI(lifespan=database.lifespan)
    app.state.database = database
    app.include_router(router)
    for kind in (exc.StatementError, exc.MissingGreenlet, ResponseValidationError):
        app.add_exception_handler(kind, handler)
    return app


async def fill(url: str) -> None:
    async with teams(url):
        pass


def test_a_handler_of_fastapi_is_told_what_failed(pooled_url: str) -> None:
    asyncio.run(fill(pooled_url))
    explained: list[Explanation] = []
    paths = ("GET /response", "GET /expired", "GET /read")
    answers = ask(application(pooled_url, explained), *paths)
    assert [answer.status_code for answer in answers] == [500] * 3
    assert [(found.key, f"{found.model}.{found.attribute}", found.state) for found in explained] == [
        ("causes/response-serialization", "Team.players", NEVER),
        (EXPIRED, "Team.name", "expired"),  # whose session, which knows, has ended
        (LAZY, "Team.players", NEVER),
    ]
    for found in explained[2:]:
        assert is_marked(found.where), found.where
    for found in explained[:2]:  # the line of the endpoint's decorator
        assert str(found.where).rpartition(":")[0].endswith("test_explain.py")
    gc.collect()


def test_a_background_task_is_told(pooled_url: str) -> None:
    asyncio.run(fill(pooled_url))
    app = application(pooled_url, [])

    async def main() -> None:
        transport = ASGITransport(app)
        async with app.router.lifespan_context(app), AsyncClient(transport=transport, base_url="http://app") as client:
            await client.get("/task")

    with pytest.raises(RuntimeError, match="response already started") as caught:  # the handlers come too late
        asyncio.run(main())
    found = explain(caught.value)
    assert found is not None
    assert (found.key, found.attribute, found.thread) == (THREAD, "players", False)
    assert is_marked(found.where), found.where
    del caught
    gc.collect()


# Logging -----------------------------------------------------------------------------------------


def record_of(error: BaseException | None, message: object = "failed: %s", *args: object) -> logging.LogRecord:
    info = (type(error), error, None) if error else None
    return logging.LogRecord("app", logging.ERROR, __file__, 1, message, args, info)


def test_the_filter_appends_the_explanation_once() -> None:
    record = record_of(exc.MissingGreenlet("greenlet_spawn has not been called"), "failed: %s", "ada")
    assert ExplainFilter().filter(record)
    assert ExplainFilter().filter(record)
    assert record.getMessage() == f"failed: ada\n{Explanation('problem')}"
    assert record.__dict__["explanation"] == str(Explanation("problem"))


def test_the_filter_leaves_other_records_alone() -> None:
    for record in (record_of(None, "%s", "x"), record_of(ValueError(), "%s", "x")):
        assert ExplainFilter().filter(record)
        assert (record.getMessage(), record.__dict__["explanation"]) == ("x", "")


def test_the_filter_never_raises() -> None:
    broken = record_of(exc.MissingGreenlet("x"), "%d", "no number")
    assert ExplainFilter().filter(broken)
    assert broken.args == ("no number",)
    assert ExplainFilter().filter(record_of(HostileError()))


# What fights back --------------------------------------------------------------------------------


class HostileError(Exception):
    """Raises whenever it is looked at."""

    def __str__(self) -> str:
        raise ValueError("str")

    __repr__ = __str__

    def __getattr__(self, name: str) -> Any:
        raise ValueError(name)

    def __eq__(self, other: object) -> bool:
        raise ValueError("eq")

    __hash__ = None  # pyright: ignore[reportAssignmentType]


class HostileValidationError(Exception):
    def __init__(self, errors: Any = None) -> None:
        self.given = errors

    def errors(self) -> Any:
        if self.given is None:
            raise ValueError("errors")
        return self.given


class HostileObject:
    def __getattribute__(self, name: str) -> Any:
        raise ValueError(name)


ENTRY = {"type": "get_attribute_error", "msg": "… greenlet_spawn has not been called", "loc": ("response", "posts")}


@pytest.mark.parametrize(
    "error",
    [
        ValueError(),
        exc.IntegrityError("INSERT", {}, ValueError()),
        exc.InvalidRequestError(),
        exc.InvalidRequestError(" is not available due to "),
        KeyboardInterrupt(),
        HostileError(),
        HostileValidationError(),
        HostileValidationError(7),
        HostileValidationError([7, None, {}, {"type": "missing"}, {"type": "get_attribute_error"}]),
        ExceptionGroup("several", [ValueError(), HostileError(), ExceptionGroup("more", [HostileError()])]),
    ],
    ids=lambda error: type(error).__name__,
)
def test_what_is_of_another_family_is_none(error: BaseException) -> None:
    assert explain(error) is None


def test_what_says_little_is_sent_to_the_message() -> None:
    assert explain(exc.MissingGreenlet("x")) == Explanation("problem")
    assert explain(exc.StatementError("x", "SELECT", {}, ValueError(), code="xd2s")) == Explanation("problem")
    assert explain(ExceptionGroup("several", [HostileError(), exc.MissingGreenlet("x")])) == Explanation("problem")
    assert explain(DetachedInstanceError("x")) == Explanation("lookalikes/detached-instance", state="detached")


def test_a_driver_s_error_that_holds_it_is_one() -> None:
    outer = exc.DBAPIError("SELECT", {}, exc.MissingGreenlet("x"))
    assert outer.code == "dbapi"
    assert explain(outer) == Explanation("problem")


@pytest.mark.parametrize("kind", [int, dict, HostileObject, HostileError])
def test_an_entry_of_something_strange_still_names_the_attribute(kind: type) -> None:
    found = explain(HostileValidationError([{**ENTRY, "input": kind()}]))
    assert found == Explanation("causes/response-serialization", attribute="posts")


def test_an_entry_without_a_place_still_names_the_page() -> None:
    entry = {key: value for key, value in ENTRY.items() if key != "loc"}
    assert explain(HostileValidationError([{}, entry])) == Explanation("causes/response-serialization")


def test_a_chain_may_be_a_circle_or_deep() -> None:
    circle, other = ValueError(), exc.MissingGreenlet("x")
    circle.__context__, other.__context__ = other, circle
    assert explain(circle) == Explanation("problem")
    deep: BaseException = exc.MissingGreenlet("x")
    for _ in range(5000):
        above = HostileError()
        above.__context__, deep = deep, above
    assert explain(deep) == Explanation("problem")
    while deep.__context__:  # taken apart by hand: Python does it by recursion
        deep.__context__, deep = None, deep.__context__


def test_nothing_is_kept_alive(url: str) -> None:
    async def main(database: Database) -> None:
        async with database.sessions() as session:
            kept: list[weakref.ref[Any]] = [weakref.ref(session.sync_session)]
            found: Explanation | None = None

            async def act(session: AsyncSession) -> None:
                nonlocal found
                team = await one(session)
                kept.append(weakref.ref(team))
                try:
                    print(team.players)
                except Exception as error:
                    kept.append(weakref.ref(error))
                    found = explain(error)

            await act(session)
        del session
        gc.collect()
        assert [reference() for reference in kept] == [None, None, None]
        assert found is not None

    run(url, main)


def test_the_examples_in_the_docstrings_are_true() -> None:
    results = doctest.testmod(kit.explain)
    assert results.attempted >= 1
    assert results.failed == 0


def test_the_site_is_yours_to_change(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kit.explain, "SITE", "https://wiki.example/greenlets/")
    assert Explanation("problem").url == "https://wiki.example/greenlets/problem/"


def test_every_page_has_a_reason() -> None:
    source = Path(kit.explain.__file__).read_text()
    for folder in ("causes/", "lookalikes/"):
        named = {part.split('"')[0] for part in source.split(f'"{folder}')[1:]}
        assert {folder + name for name in named} <= REASONS.keys()
