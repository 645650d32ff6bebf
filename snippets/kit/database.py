"""One engine and one session factory per process, and what FastAPI needs of them.

Copy this file. It needs SQLAlchemy 2.0.22 or later, greenlet and an async driver; it does not import
FastAPI. It decides four things for you:

- **No expiry on commit.** Attributes stay readable after `commit()`, as SQLAlchemy
  [advises for asyncio][1].
- **The endpoint commits; the dependency only closes.** FastAPI runs what follows the `yield` of a
  dependency [after the response][2]. A commit there could fail when the client has already read
  "created". End each unit of work with `await session.commit()` in the endpoint; what is not
  committed is rolled back.
- **A closed session stays closed.** Used after its request or its block, it raises
  `InvalidRequestError`. With SQLAlchemy's default it would begin again on a new connection, which
  nobody gives back ([close_resets_only][3]).
- **Pool settings only where they belong.** SQLite in memory keeps one connection and takes none.

[1]: https://docs.sqlalchemy.org/en/21/orm/extensions/asyncio.html#preventing-implicit-io-when-using-asyncsession
[2]: https://fastapi.tiangolo.com/tutorial/dependencies/dependencies-with-yield/#a-database-dependency-with-yield
[3]: https://docs.sqlalchemy.org/en/21/orm/session_api.html#sqlalchemy.orm.Session.params.close_resets_only
"""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from importlib import import_module
from typing import Any, Self

from sqlalchemy import URL, StaticPool, make_url, select
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine

ASYNC_DRIVERS = {
    "postgresql": "postgresql+asyncpg",
    "postgres": "postgresql+asyncpg",
    "mysql": "mysql+asyncmy",
    "mariadb": "mariadb+asyncmy",
    "sqlite": "sqlite+aiosqlite",
    "oracle": "oracle+oracledb",
    "mssql": "mssql+aioodbc",
}
"""What to write before `://`, by database. Only an error message reads it; every async driver is
accepted."""

PACKAGES = {"psycopg": '"psycopg[binary]"'}
"""What to install for a driver, where that is not its own name. Only an error message reads it."""

POOL_OPTIONS: dict[str, Any] = {
    "pool_size": 5,
    "max_overflow": 10,
    "pool_timeout": 30,
    "pool_recycle": 1800,
    "pool_pre_ping": True,
}
"""Settings of a pool with several connections ([upstream][1]):

- `pool_size`: connections that stay open. They count per process: two workers hold twice as many.
- `max_overflow`: connections opened beyond those under load, and closed when they come back.
- `pool_timeout`: seconds to wait for a connection before `sqlalchemy.exc.TimeoutError`.
- `pool_recycle`: seconds after which a connection is replaced when it is next taken. Keep it below
  the idle timeout of your server, proxy or firewall.
- `pool_pre_ping`: test a connection when it is taken, and replace it if the server has closed it.

[1]: https://docs.sqlalchemy.org/en/21/core/pooling.html
"""


def check_url(url: str | URL) -> URL:
    """Refuse a URL that does not name an async driver.

    A URL without a driver is refused too, because its meaning depends on the version: for
    `postgresql://`, SQLAlchemy 2.0 takes psycopg2, which is not async, and 2.1 takes psycopg, which
    is ([upstream][1]).

    [1]: https://docs.sqlalchemy.org/en/21/changelog/migration_21.html

    Args:
        url: The database URL, `database+driver://user:password@host:port/name`.

    Returns:
        The same URL, parsed.

    Raises:
        ValueError: The driver is missing or not async. The sentence says what to write instead, and
            does not repeat the password.
        sqlalchemy.exc.ArgumentError: The text is no URL.
        sqlalchemy.exc.NoSuchModuleError: SQLAlchemy knows no such driver.

    Examples:
        >>> check_url("postgresql://app:secret@db/app")
        Traceback (most recent call last):
            ...
        ValueError: postgresql:// names no async driver: write postgresql+asyncpg:// instead
        >>> check_url("mysql+aiomysql://app@db/app").drivername
        'mysql+aiomysql'
    """
    parsed = make_url(url)
    database, _, driver = parsed.drivername.partition("+")
    if driver and parsed.get_dialect().get_async_dialect_cls(parsed).is_async:
        return parsed
    instead = ASYNC_DRIVERS.get(database, f"{database}+DRIVER")
    raise ValueError(f"{parsed.drivername}:// names no async driver: write {instead}:// instead")


def create_engine(url: str | URL, **options: Any) -> AsyncEngine:
    """Create an async engine with pool settings that fit the database.

    SQLite in memory gets a [StaticPool][1]: one connection, and so one transaction, shared by all
    sessions. That suits a test, not requests at the same time. Every other database, a SQLite file
    too, gets an [AsyncAdaptedQueuePool][2] with `POOL_OPTIONS`.

    [1]: https://docs.sqlalchemy.org/en/21/core/pooling.html#sqlalchemy.pool.StaticPool
    [2]: https://docs.sqlalchemy.org/en/21/core/pooling.html#sqlalchemy.pool.AsyncAdaptedQueuePool

    Args:
        url: The database URL, with an async driver.
        **options: Passed on to SQLAlchemy's
            [create_engine](https://docs.sqlalchemy.org/en/21/core/engines.html#sqlalchemy.create_engine).
            They override `POOL_OPTIONS`; with a `poolclass` of your own, such as `NullPool`, none of
            those is set.

    Returns:
        The engine. It connects on first use.

    Raises:
        ValueError: The URL names no async driver; see `check_url`.
        ModuleNotFoundError: The driver or greenlet is not installed; the sentence says what to type.
            Without greenlet, SQLAlchemy 2.1 raises `ImportError` when you import this module.
    """
    parsed = check_url(url)
    if "poolclass" not in options:
        options = {**_pool_options(parsed), **options}
    try:
        import_module("greenlet")  # SQLAlchemy 2.0 asks for it only at the first await
        return create_async_engine(parsed, **options)
    except ModuleNotFoundError as missing:
        raise _with_command(missing, parsed) from missing


def _with_command(missing: ModuleNotFoundError, url: URL) -> ModuleNotFoundError:
    package = "" if missing.name == "greenlet" else f" {PACKAGES.get(str(missing.name), missing.name)}"
    sentence = f"{url.drivername}:// needs {missing.name}, which is not installed"
    return ModuleNotFoundError(f'{sentence}: pip install "sqlalchemy[asyncio]"{package}', name=missing.name)


def _pool_options(url: URL) -> dict[str, Any]:
    in_memory = url.database in (None, "", ":memory:") or url.query.get("mode") == "memory"
    if url.get_backend_name() == "sqlite" and in_memory:
        return {"poolclass": StaticPool}
    return POOL_OPTIONS


class Database:
    """An engine, the sessions on it, and their end.

    Make one per process. Its connections belong to the event loop that opened them, so close it in
    that same loop: with `async with database:`, with `lifespan`, or with `dispose`. After that it
    can be used again, in another loop too.

    Args:
        url: The database URL, with an async driver.
        **options: Options of the engine; see `create_engine`.

    Raises:
        ValueError: The URL names no async driver; see `check_url`.
        ModuleNotFoundError: The driver or greenlet is not installed; see `create_engine`.

    Examples:
        >>> async def main() -> None:
        ...     async with Database("sqlite+aiosqlite://") as database:
        ...         await database.ping()
        ...         async with database.sessions() as session:
        ...             print(await session.scalar(select(1)))
        >>> asyncio.run(main())
        1
    """

    engine: AsyncEngine
    """For what needs no session, such as `async with database.engine.begin() as connection:`."""

    sessions: async_sessionmaker[AsyncSession]
    """Makes sessions outside a request: `async with database.sessions() as session:`. Give each task
    its own. It ends with its block: another block needs another session. To let go of all objects
    and go on, write `await session.reset()`."""

    def __init__(self, url: str | URL, **options: Any) -> None:
        self.engine = create_engine(url, **options)
        self.sessions = async_sessionmaker(self.engine, expire_on_commit=False, close_resets_only=False)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.dispose()

    @asynccontextmanager
    async def lifespan(self, app: object) -> AsyncGenerator[None, None]:
        """Close the connections when the application ends: `FastAPI(lifespan=database.lifespan)`.

        If you have a [lifespan][1] of your own, write `async with database:` around its `yield`
        instead.

        [1]: https://fastapi.tiangolo.com/advanced/events/#lifespan

        Args:
            app: The application; not used.
        """
        async with self:
            yield

    async def session(self) -> AsyncGenerator[AsyncSession, None]:
        """Give a request its session: `Annotated[AsyncSession, Depends(database.session)]`.

        The session begins a transaction when it is first used. What the endpoint has not committed
        is rolled back at the end, after an exception as well as without one. Write
        `await session.commit()` rather than `async with session.begin():`, which raises
        `InvalidRequestError` if another dependency has used the session before.

        When it ends is FastAPI's to say: since 0.118 after the response and its background tasks, and
        with `Depends(database.session, scope="function")` before the response is sent. Used later, in
        a task of your own for example, it raises `InvalidRequestError`, "permanently closed". Open a
        session there: `async with database.sessions() as session:`.

        Yields:
            AsyncSession: One session, shared by all dependencies of the request.
        """
        async with self.sessions() as session:
            yield session

    async def ping(self, timeout: float = 5) -> None:
        """Ask the database for an answer, over a connection of the pool: for a health check.

        Args:
            timeout: Seconds to wait for a connection and the answer, together.

        Raises:
            TimeoutError: No answer came in time.
            OSError: The server cannot be reached; asyncpg lets this through as it is.
            sqlalchemy.exc.SQLAlchemyError: The driver reports an error, or the pool has no
                connection left.
        """
        async with asyncio.timeout(timeout), self.engine.connect() as connection:
            await connection.execute(select(1))

    async def dispose(self) -> None:
        """Close the pool's connections, in the event loop that opened them.

        End all sessions first. A connection that one still holds is not closed, not even when that
        session ends: its pool is gone, and the garbage collector drops it ([upstream][1]).

        [1]: https://docs.sqlalchemy.org/en/21/core/connections.html#engine-disposal
        """
        await self.engine.dispose()
