"""What the guard refuses, where it says so, and what it lets pass."""

import asyncio
import doctest
import linecache
import os
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel, ConfigDict, ValidationError
from sqlalchemy import create_engine, delete, event, exc, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute, Session, selectinload
from sqlalchemy.orm.exc import DetachedInstanceError

import kit.testing
from kit.testing import ImplicitIO, implicit_io_guard, no_implicit_io, strict_sessions
from kit.tests import accident
from kit.tests.lazy import Goal, Keeper, Lazy, Player, Team, teams
from kit.tests.support import tables

Act = Callable[[AsyncSession], Awaitable[Any]]
READ = "# here"
LAZY = "causes/lazy-relationship"


def run(url: str, act: Act, *, expire_on_commit: bool = False) -> None:
    """Run ``act`` in a new session on a database with one team."""

    async def main() -> None:
        async with teams(url) as database, database.sessions(expire_on_commit=expire_on_commit) as session:
            await act(session)

    asyncio.run(main())


def refusal(url: str, act: Act, **guard: bool) -> ImplicitIO:
    """The refusal of ``act``, which names a marked line; all sessions work again afterwards."""

    async def guarded(session: AsyncSession) -> None:
        with no_implicit_io(**guard):
            await act(session)

    original = InstrumentedAttribute.__dict__["__get__"]
    with pytest.raises(ImplicitIO) as caught:
        run(url, guarded)
    assert InstrumentedAttribute.__dict__["__get__"] is original
    file, _, line = caught.value.where.rpartition(":")
    assert READ in linecache.getline(str(Path(file).absolute()), int(line)), caught.value.where
    return caught.value


async def one(session: AsyncSession, *options: Any) -> Team:
    return (await session.scalars(select(Team).options(*options))).one()


# Refused -----------------------------------------------------------------------------------------


async def collection(session: AsyncSession) -> None:
    print((await one(session)).players)  # here


async def replaced(session: AsyncSession) -> None:
    (await one(session)).players = []  # here


async def many_to_one(session: AsyncSession) -> None:
    print((await session.scalars(select(Player))).one().team)  # here


async def through_a_proxy(session: AsyncSession) -> None:
    print(list((await one(session)).numbers))  # here


async def deferred(session: AsyncSession) -> None:
    print((await one(session)).motto)  # here


async def expired(session: AsyncSession) -> None:
    team = await one(session)
    session.expire(team)
    print(team.name)  # here


async def collection_of_an_expired(session: AsyncSession) -> None:
    team = await one(session, selectinload(Team.players))
    session.expire(team)
    print(team.players)  # here


async def server_generated(session: AsyncSession) -> None:
    team = await one(session)
    team.name = "grace"
    await session.flush()
    print(team.revision)  # here


async def in_a_thread(session: AsyncSession) -> None:
    team = await one(session)
    await asyncio.to_thread(lambda: team.players)  # here


async def with_hasattr(session: AsyncSession) -> None:
    with pytest.raises(ImplicitIO):
        hasattr(await one(session), "players")  # here
    raise ValueError("of the application")


async def swallowed(session: AsyncSession) -> None:
    team = await one(session)
    try:
        print(team.players)  # here
    except Exception as error:
        print(error)


async def pydantic(session: AsyncSession) -> None:
    class TeamOut(BaseModel):
        model_config = ConfigDict(from_attributes=True)
        players: list[int]

    team = await one(session)
    with pytest.raises(ValidationError):
        TeamOut.model_validate(team)  # here


COMMIT = "causes/expired-after-commit"
REFUSED: list[tuple[Act, str, str]] = [
    (collection, "Team.players", LAZY),
    (replaced, "Team.players", LAZY),
    (many_to_one, "Keeper.team", LAZY),
    (through_a_proxy, "Team.players", LAZY),
    (deferred, "Team.motto", "causes/deferred-column"),
    (expired, "Team.name", COMMIT),
    (collection_of_an_expired, "Team.players", COMMIT),
    (server_generated, "Team.revision", "causes/server-generated-value"),
    (in_a_thread, "Team.players", LAZY),
    (with_hasattr, "Team.players", LAZY),
    (swallowed, "Team.players", LAZY),
    (pydantic, "Team.players", LAZY),
]


@pytest.mark.parametrize(("act", "attribute", "key"), REFUSED, ids=lambda it: getattr(it, "__name__", ""))
def test_a_read_that_loads_is_refused(url: str, act: Act, attribute: str, key: str) -> None:
    found = refusal(url, act)
    page = f"https://missing-greenlet.example/{key}/"
    assert (found.attribute, found.url) == (attribute, page)
    assert str(found) == f"{attribute} was loaded implicitly at {found.where}. See {page}"


async def held_target(session: AsyncSession) -> None:
    team = await one(session)
    assert (await session.scalars(select(Player))).one().team is team  # here


async def empty_key(session: AsyncSession) -> None:
    session.add(Player())
    await session.flush()
    assert (await session.scalars(select(Player).where(Player.team_id.is_(None)))).one().team is None  # here


async def back_of_an_eager_load(session: AsyncSession) -> None:
    team = await one(session, selectinload(Team.players))
    assert team.players[0].team is team  # here


@pytest.mark.parametrize("act", [held_target, empty_key, back_of_an_eager_load])
def test_what_is_served_without_sql_is_refused_unless_you_allow_it(url: str, act: Act) -> None:
    run(url, act)  # passes by accident
    found = refusal(url, act)
    assert found.attribute in ("Keeper.team", "Player.team")
    assert "was served without SQL" in str(found)

    async def allowed(session: AsyncSession) -> None:
        with no_implicit_io(identity_map=False):
            await act(session)

    run(url, allowed)


async def inside_run_sync(session: AsyncSession) -> None:
    team = await one(session)
    await session.run_sync(lambda _: team.players)  # here


async def held_target_inside_run_sync(session: AsyncSession) -> None:
    team = await one(session)
    player = (await session.scalars(select(Player))).one()
    assert await session.run_sync(lambda _: player.team) is team  # here


@pytest.mark.parametrize("act", [inside_run_sync, held_target_inside_run_sync])
def test_a_read_inside_run_sync_is_refused_if_you_ask(url: str, act: Act) -> None:
    async def allowed(session: AsyncSession) -> None:
        with no_implicit_io():
            await act(session)

    run(url, allowed)
    assert refusal(url, act, run_sync=True).url.endswith(f"{LAZY}/")


@pytest.fixture
def sync_session() -> Any:
    engine = create_engine("sqlite://")
    Lazy.metadata.create_all(engine)
    with Session(engine) as session:
        session.add(Team(name="ada", players=[Player()]))
        session.commit()
        session.expunge_all()
        yield session
    engine.dispose()


def test_a_sync_session_does_not_load_either(sync_session: Session) -> None:
    with pytest.raises(ImplicitIO) as caught, no_implicit_io():
        print(sync_session.scalars(select(Team)).one().players)
    assert caught.value.attribute == "Team.players"
    assert len(sync_session.scalars(select(Team)).one().players) == 1


def test_a_sync_session_loads_what_is_asked_for(sync_session: Session) -> None:
    with no_implicit_io():
        team = sync_session.scalars(select(Team).options(selectinload(Team.players))).one()
        sync_session.refresh(team, ["name", "players", "motto"])
        assert (team.name, len(team.players), team.motto) == ("ada", 1, "on")
        sync_session.delete(team.players[0])  # the flush loads the goals
        sync_session.commit()


# Let pass ----------------------------------------------------------------------------------------


def test_what_works_in_production_passes(url: str) -> None:
    async def act(session: AsyncSession) -> None:
        with no_implicit_io(run_sync=True) as refused:
            team = await one(session, selectinload(Team.players).selectinload(Player.goals))
            assert [player.goals for player in team.players] == [[]]
            session.expire_all()
            await session.refresh(team, ["name", "players"])
            assert (team.name, len(team.players)) == ("ada", 1)
            assert await team.awaitable_attrs.motto == "on"
            new = Team(name="grace", players=[Player(goals=[])])
            print(new.players[0].team, new.revision, new.motto)  # nothing is loaded for a new object
            session.add(new)
            await session.commit()
            player = (await session.scalars(select(Player).where(Player.team_id == new.id))).one()
            assert await player.awaitable_attrs.team is new
            assert isinstance(team.queried.count, Callable)
            await session.delete(new)  # the flush loads what it needs
            await session.commit()
        assert refused == []

    run(url, act)


def test_a_listener_inside_a_flush_passes(url: str) -> None:
    async def act(session: AsyncSession) -> None:
        team, seen = await one(session), list[int]()

        def count(*_: Any) -> None:
            seen.append(len(team.players))

        event.listen(session.sync_session, "before_flush", count)
        with no_implicit_io(run_sync=True):
            team.name = "grace"
            await session.flush()
        assert seen == [1]

    run(url, act)


def test_a_detached_object_has_its_own_error(url: str) -> None:
    async def act(session: AsyncSession) -> None:
        team = await one(session)
        await session.close()
        with no_implicit_io(), pytest.raises(DetachedInstanceError):
            print(team.players)

    run(url, act)


def test_another_error_stays_what_it_is(url: str) -> None:
    with pytest.raises(ZeroDivisionError), no_implicit_io():
        print(1 / 0)


def test_guards_can_stand_inside_each_other(url: str) -> None:
    async def act(session: AsyncSession) -> None:
        with no_implicit_io():
            with no_implicit_io(identity_map=False) as inner, pytest.raises(ImplicitIO):
                await collection(session)
            inner.clear()

    original = InstrumentedAttribute.__dict__["__get__"]
    with pytest.raises(ImplicitIO):
        run(url, act)
    assert InstrumentedAttribute.__dict__["__get__"] is original


# Sessions ----------------------------------------------------------------------------------------


def test_strict_sessions_share_nothing(url: str) -> None:
    async def main() -> None:
        async with teams(url) as database:
            sessions = strict_sessions(database.engine)
            async with sessions() as session:  # arrange
                arranged = Team(name="grace", players=[Player(goals=[Goal()])])
                session.add(arranged)
                await session.commit()
                assert len(arranged.players[0].goals) == 1  # remembered
            async with sessions() as session:  # act
                found = (await session.scalars(select(Team).where(Team.name == "grace"))).one()
                assert found is not arranged
                with pytest.raises(ImplicitIO, match=r"Team\.players was loaded implicitly at .*test_testing\.py:\d+"):
                    print(found.players)
            with pytest.raises(exc.InvalidRequestError, match="permanently closed"):
                await session.connection()
            with pytest.raises(DetachedInstanceError):
                print(found.players)

    asyncio.run(main())


@pytest.mark.parametrize("expire_on_commit", [True, False])
def test_strict_sessions_expire_as_production_does(url: str, expire_on_commit: bool) -> None:
    async def main() -> None:
        async with (
            teams(url) as database,
            strict_sessions(database.engine, expire_on_commit=expire_on_commit)() as session,
        ):
            keeper = (await session.scalars(select(Keeper))).one()
            await session.commit()
            if not expire_on_commit:
                assert keeper.number == 1
                return
            with pytest.raises(ImplicitIO, match=r"Keeper\.number was loaded .*expired-after-commit/"):
                print(keeper.number)

    asyncio.run(main())


def test_strict_sessions_are_ordinary_ones_otherwise(url: str) -> None:
    async def main() -> None:
        async with teams(url) as database:
            async with strict_sessions(database.engine, autoflush=False)() as session:
                assert isinstance(session, AsyncSession)
                assert not session.autoflush
                team = await one(session)
                assert len(await team.awaitable_attrs.players) == 1
            async with database.sessions() as session:  # which are not strict
                assert len(await session.run_sync(lambda sync: sync.scalars(select(Team)).one().players)) == 1

    asyncio.run(main())


def test_the_page_shows_a_test_that_passes_by_accident(url: str) -> None:
    async def main() -> None:
        async with tables(url) as database:
            sessions = strict_sessions(database.engine)
            await accident.test_by_accident(sessions)
            async with sessions.begin() as session:
                for entity in (accident.Post, accident.User):
                    await session.execute(delete(entity))
            with pytest.raises(ImplicitIO, match=r"User\.posts was loaded implicitly at .*accident\.py:36\. See"):
                await accident.test_as_in_production(sessions)

    asyncio.run(main())


# The fixture -------------------------------------------------------------------------------------

guard = implicit_io_guard


@pytest.mark.usefixtures("guard")
def test_the_fixture_guards_a_test(guard: list[ImplicitIO], sync_session: Session) -> None:
    with pytest.raises(ImplicitIO):
        print(sync_session.scalars(select(Team)).one().players)
    assert [found.attribute for found in guard] == ["Team.players"]
    guard.clear()


CAUGHT_BY_THE_APPLICATION = """
from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session
from kit.testing import implicit_io_guard
from kit.tests.lazy import Lazy, Player, Team

def test_it(implicit_io_guard):
    engine = create_engine("sqlite://")
    Lazy.metadata.create_all(engine)
    with Session(engine) as session:
        session.add(Team(name="ada"))
        session.commit()
        try:
            session.scalars(select(Team)).one().players
        except Exception:
            pass
    engine.dispose()
"""


def test_the_fixture_reports_what_was_caught(tmp_path: Path) -> None:
    (tmp_path / "test_it.py").write_text(CAUGHT_BY_THE_APPLICATION)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-c", os.devnull, "test_it.py"]
    done = subprocess.run(command, cwd=tmp_path, text=True, capture_output=True, timeout=60)
    assert "1 passed, 1 error" in done.stdout
    assert "ImplicitIO: Team.players was loaded implicitly at test_it.py:14. See" in done.stdout


def test_the_examples_in_the_docstrings_are_true() -> None:
    results = doctest.testmod(kit.testing)
    assert results.attempted >= 2
    assert results.failed == 0
