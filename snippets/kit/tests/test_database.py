"""The engine, the sessions, their end, and what FastAPI makes of them."""

import asyncio
import doctest
import inspect
import re
import subprocess
import sys
from collections.abc import AsyncGenerator
from pathlib import Path
from typing import Annotated

import pytest
from fastapi import BackgroundTasks, Depends, FastAPI
from httpx import ASGITransport, AsyncClient
from sqlalchemy import NullPool, QueuePool, StaticPool, exc, select
from sqlalchemy.ext.asyncio import AsyncSession

import kit.database
from kit.database import Database, check_url
from kit.tests import example
from kit.tests.example import Session, User
from kit.tests.support import ask, statements, tables

REFUSED = {
    "postgresql://": "postgresql+asyncpg://",
    "postgresql+psycopg2://": "postgresql+asyncpg://",
    "postgres://": "postgresql+asyncpg://",
    "mysql://": "mysql+asyncmy://",
    "mysql+pymysql://": "mysql+asyncmy://",
    "mariadb+mariadbconnector://": "mariadb+asyncmy://",
    "sqlite://": "sqlite+aiosqlite://",
    "sqlite+pysqlite://": "sqlite+aiosqlite://",
    "oracle+cx_oracle://": "oracle+oracledb://",
    "mssql+pyodbc://": "mssql+aioodbc://",
    "unknown://": "unknown+DRIVER://",
}
DRIVERS = {
    "postgresql+asyncpg": "asyncpg",
    "postgresql+psycopg": '"psycopg[binary]"',
    "mysql+asyncmy": "asyncmy",
    "mysql+aiomysql": "aiomysql",
    "sqlite+aiosqlite": "aiosqlite",
    "oracle+oracledb": "oracledb",
    "mssql+aioodbc": "aioodbc",
}
ACCEPTED = ("postgresql+asyncpg", "postgresql+psycopg", "mysql+asyncmy", "mysql+aiomysql", "sqlite+aiosqlite")


def test_the_examples_in_the_docstrings_are_true() -> None:
    results = doctest.testmod(kit.database)
    assert results.attempted >= 4
    assert results.failed == 0


@pytest.mark.parametrize(("start", "instead"), REFUSED.items())
def test_a_sync_url_is_refused_with_what_to_write_instead(start: str, instead: str) -> None:
    with pytest.raises(ValueError) as caught:
        Database(f"{start}ada:secret@db/app")
    assert str(caught.value) == f"{start} names no async driver: write {instead} instead"


@pytest.mark.parametrize("start", [*ACCEPTED, "oracle+oracledb", "mssql+aioodbc", "mariadb+asyncmy"])
def test_an_async_url_is_accepted_even_if_its_driver_is_not_installed(start: str) -> None:
    assert check_url(f"{start}://ada@db/app").drivername == start


def test_what_is_no_url_and_no_driver_is_said_by_sqlalchemy() -> None:
    with pytest.raises(exc.ArgumentError):
        check_url("app.db")
    with pytest.raises(exc.NoSuchModuleError):
        check_url("postgresql+unknown://db/app")


@pytest.mark.parametrize(("start", "package"), DRIVERS.items())
def test_a_missing_driver_is_named_with_what_to_type(start: str, package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    module = start.partition("+")[2]
    monkeypatch.setitem(sys.modules, module, None)  # as if it were not installed
    with pytest.raises(ModuleNotFoundError) as caught:
        Database(f"{start}://ada:secret@db/app" if module != "aiosqlite" else "sqlite+aiosqlite://")
    assert caught.value.name == module
    command = f'pip install "sqlalchemy[asyncio]" {package}'
    assert str(caught.value) == f"{start}:// needs {module}, which is not installed: {command}"


WITHOUT_GREENLET = """
import sys
sys.modules["greenlet"] = None
from kit.database import Database
Database("sqlite+aiosqlite://")
"""


def test_a_missing_greenlet_is_named_with_what_to_type() -> None:
    command = [sys.executable, "-c", WITHOUT_GREENLET]
    done = subprocess.run(command, text=True, capture_output=True, timeout=60)
    assert done.returncode == 1
    last = done.stderr.strip().rpartition("\n")[2]
    assert re.match(r"(ModuleNotFound|Import)Error: .*greenlet.*pip install \"?sqlalchemy\[asyncio\]", last), last


@pytest.mark.parametrize("url", ["sqlite+aiosqlite://", "sqlite+aiosqlite:///:memory:"])
def test_sqlite_in_memory_keeps_one_connection(url: str) -> None:
    assert isinstance(Database(url).engine.pool, StaticPool)


@pytest.mark.filterwarnings("error")
def test_sqlite_in_memory_by_uri_keeps_one_connection() -> None:
    database = Database("sqlite+aiosqlite:///file:app?mode=memory&uri=true")
    assert isinstance(database.engine.pool, StaticPool)


@pytest.mark.parametrize("start", ACCEPTED)
def test_every_other_database_has_the_pool_options(start: str) -> None:
    pool = Database(f"{start}:///app").engine.pool
    assert isinstance(pool, QueuePool)
    assert pool.size() == 5


def test_options_of_the_caller_win() -> None:
    pool = Database("sqlite+aiosqlite:///app.db", pool_size=1).engine.pool
    assert isinstance(pool, QueuePool)
    assert pool.size() == 1
    assert isinstance(Database("sqlite+aiosqlite:///app.db", poolclass=NullPool).engine.pool, NullPool)


def test_attributes_are_readable_after_commit(url: str) -> None:
    async def main() -> None:
        async with tables(url) as database, database.sessions() as session:
            user = User(name="ada")
            session.add(user)
            await session.commit()
            assert (user.id, user.name) == (1, "ada")

    asyncio.run(main())


def test_a_closed_connection_is_replaced(pooled_url: str) -> None:
    async def main() -> None:
        async with Database(pooled_url) as database:
            async with database.engine.connect() as connection:
                driver = (await connection.get_raw_connection()).driver_connection
            assert driver is not None
            closing = driver.close()
            if inspect.isawaitable(closing):
                await closing
            await database.ping()

    asyncio.run(main())


def test_ping_gets_an_answer(url: str) -> None:
    async def main() -> None:
        async with Database(url) as database:
            with statements(database) as sent:
                await database.ping()
            assert sent == ["SELECT"]

    asyncio.run(main())


@pytest.mark.parametrize(
    ("url", "error"),
    [
        ("postgresql+asyncpg://ada@127.0.0.1:1/app", OSError),
        ("postgresql+psycopg://ada@127.0.0.1:1/app", exc.SQLAlchemyError),
        ("mysql+asyncmy://ada@127.0.0.1:1/app", exc.SQLAlchemyError),
        ("mysql+aiomysql://ada@127.0.0.1:1/app", exc.SQLAlchemyError),
    ],
)
def test_ping_says_why_there_is_no_answer(url: str, error: type[Exception]) -> None:
    async def main() -> None:
        async with Database(url) as database:
            with pytest.raises(error):
                await database.ping()

    asyncio.run(main())


@pytest.mark.parametrize(("pool", "ping", "error"), [(0.1, 5, exc.TimeoutError), (5, 0.1, TimeoutError)])
def test_ping_does_not_hang(pooled_url: str, pool: float, ping: float, error: type[Exception]) -> None:
    async def main() -> None:
        database = Database(pooled_url, pool_size=1, max_overflow=0, pool_timeout=pool)
        async with database, database.engine.connect():
            with pytest.raises(error):
                await database.ping(timeout=ping)

    asyncio.run(main())


def test_a_database_closes_and_can_be_used_again(pooled_url: str) -> None:
    database = Database(pooled_url)

    async def main() -> None:
        async with database:
            await database.ping()
            pool = database.engine.pool
            assert isinstance(pool, QueuePool)
            assert pool.checkedin() == 1
        assert pool.checkedin() == 0

    asyncio.run(main())
    asyncio.run(main())


def test_the_lifespan_closes_the_database(pooled_url: str) -> None:
    database = Database(pooled_url)
    app = FastAPI(lifespan=database.lifespan)
    pool = database.engine.pool
    assert isinstance(pool, QueuePool)

    @app.get("/idle")
    async def idle() -> int:  # pyright: ignore[reportUnusedFunction]
        await database.ping()
        return pool.checkedin()

    assert ask(app, "GET /idle")[0].json() == 1
    assert pool.checkedin() == 0


@pytest.fixture
def app(url: str) -> FastAPI:
    """The example's application, and endpoints that misbehave."""
    app = FastAPI(lifespan=example.lifespan)
    app.include_router(example.app.router)

    async def commit_late() -> AsyncGenerator[AsyncSession, None]:
        async with example.database.sessions() as session:
            yield session
            await session.commit()

    @app.post("/forget")
    async def forget(session: Session) -> None:  # pyright: ignore[reportUnusedFunction]
        session.add(User(name="ada"))
        await session.flush()

    @app.post("/fail")
    async def fail(session: Session) -> None:  # pyright: ignore[reportUnusedFunction]
        await forget(session)
        raise RuntimeError("after the flush")

    @app.post("/begin", dependencies=[Depends(forget)])
    async def begin(session: Session) -> str:  # pyright: ignore[reportUnusedFunction]
        with pytest.raises(exc.InvalidRequestError) as caught:
            async with session.begin():
                pass
        return str(caught.value)

    @app.post("/late")
    async def late(session: Annotated[AsyncSession, Depends(commit_late)]) -> None:  # pyright: ignore[reportUnusedFunction]
        session.add(User(name="ada"))

    return app


CREATE, LIST = "POST /users?name=ada&title=hello", "GET /users"


def test_a_request_saves_what_it_commits(app: FastAPI) -> None:
    created, users, health = ask(app, CREATE, LIST, "GET /health")
    assert created.status_code == 201
    assert created.json() == {"name": "ada", "posts": [{"title": "hello"}]}
    assert users.json() == [created.json()]
    assert health.status_code == 200


def test_what_is_not_committed_is_rolled_back(app: FastAPI) -> None:
    forgotten, users = ask(app, "POST /forget", LIST)
    assert forgotten.status_code == 200
    assert users.json() == []


def test_an_exception_rolls_back_and_the_next_request_works(app: FastAPI) -> None:
    failed, users, created = ask(app, "POST /fail", LIST, CREATE)
    assert failed.status_code == 500
    assert users.json() == []
    assert created.status_code == 201


def test_a_commit_that_fails_in_the_endpoint_reaches_the_client(app: FastAPI) -> None:
    _, again, users = ask(app, CREATE, CREATE, LIST)
    assert again.status_code == 500
    assert len(users.json()) == 1


def test_a_commit_after_the_yield_fails_too_late(app: FastAPI) -> None:
    _, late, users = ask(app, CREATE, "POST /late", LIST)
    assert late.status_code == 200
    assert len(users.json()) == 1


def test_the_dependencies_of_a_request_share_a_session_so_begin_fails(app: FastAPI) -> None:
    (answer,) = ask(app, "POST /begin")
    assert "already begun" in answer.json()


def test_the_session_can_be_overridden(app: FastAPI, tmp_path: Path) -> None:
    other = Database(f"sqlite+aiosqlite:///{tmp_path}/without-tables.db", poolclass=NullPool)
    app.dependency_overrides[example.database.session] = other.session
    created, users = ask(app, CREATE, LIST)
    assert (created.status_code, users.status_code) == (500, 500)


def test_a_closed_session_stays_closed(url: str) -> None:
    async def main() -> None:
        async with tables(url) as database:
            async with database.sessions() as session:
                session.add(User(name="ada"))
                await session.commit()
                await session.reset()  # lets go of all objects, and can be used again
                user = (await session.scalars(select(User))).one()
            for use in (session.connection(), session.scalars(select(User)), session.commit(), session.refresh(user)):
                with pytest.raises(exc.InvalidRequestError, match="permanently closed|not persistent"):
                    await use
            assert user.name == "ada"

    asyncio.run(main())


EarlySession = Annotated[AsyncSession, Depends(example.database.session, scope="function")]


def test_a_session_ends_after_the_background_tasks_or_before_the_response(url: str) -> None:
    app, kept = FastAPI(lifespan=example.lifespan), list[AsyncSession]()

    async def use(session: AsyncSession) -> None:
        kept.append(session)
        await session.scalar(select(1))

    @app.get("/task")
    async def task(session: Session, tasks: BackgroundTasks) -> None:  # pyright: ignore[reportUnusedFunction]
        tasks.add_task(use, session)

    @app.get("/early")
    async def before(session: EarlySession, tasks: BackgroundTasks) -> None:  # pyright: ignore[reportUnusedFunction]
        tasks.add_task(use, session)

    async def main() -> None:
        transport = ASGITransport(app)
        async with app.router.lifespan_context(app), AsyncClient(transport=transport, base_url="http://app") as client:
            await client.get("/task")
            with pytest.raises(exc.InvalidRequestError, match="permanently closed"):
                await client.get("/early")
            with pytest.raises(exc.InvalidRequestError, match="permanently closed"):
                await use(kept[0])

    asyncio.run(main())
