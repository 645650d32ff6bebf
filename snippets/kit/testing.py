"""Tests in which implicit I/O fails where it would fail in production.

Copy this file next to your tests; it needs pytest, and SQLAlchemy 2.0.22 or later, with greenlet. It
does not need a plugin for async tests. A test can pass by accident in two ways, and each has its
remedy here:

- **The session remembers.** What you arranged in a session can be read in it later without SQL, and
  a request has a session of its own. Take each step's session from `strict_sessions(engine)`:
  arrange in one, commit, act in another.
- **Nobody minds the load.** A synchronous session loads a relationship when it is read. An async one
  does not, but serves a many-to-one without SQL if it happens to hold the target, and other data
  will not be so lucky. Under `no_implicit_io()` both fail, with the attribute and the line.

In `conftest.py`, with your own engine:

    from app.testing import implicit_io_guard, strict_sessions


    @pytest.fixture
    def sessions(engine):
        return strict_sessions(engine)

And in a test:

    @pytest.mark.usefixtures("implicit_io_guard")
    async def test_posts(sessions):
        async with sessions() as session:  # arrange
            session.add(User(name="ada", posts=[Post(title="hello")]))
            await session.commit()
        async with sessions() as session:  # act
            assert await titles(session, "ada") == ["hello"]

SQLite in memory has one connection for all sessions, so there the second session sees what the first
has not committed. Test on a file, or on the database that you run.

What the guard does not see:

- Loads inside a call that you await: a flush, `refresh()`, `awaitable_attrs`, and `run_sync()` unless
  you ask. They work in production.
- Queries of a `lazy="dynamic"` relationship, and calls of a synchronous API such as `create_all()`.
- An attribute that this test's session has loaded and the one in production has not. That is what
  the second session is for, and production's own `expire_on_commit`.
- Code that runs in another process.

Unlike the rest of the kit it replaces a method of SQLAlchemy while it is active:
[`InstrumentedAttribute.__get__`][1], because no event reports a read that sends no SQL. All other
loads are seen by the [do_orm_execute][2] event.

[1]: https://docs.sqlalchemy.org/en/21/orm/internals.html#sqlalchemy.orm.InstrumentedAttribute
[2]: https://docs.sqlalchemy.org/en/21/orm/events.html#sqlalchemy.orm.SessionEvents.do_orm_execute
"""

import inspect
import os
import sysconfig
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any, NamedTuple, cast
from unittest import mock

import pytest
import sqlalchemy
from greenlet import getcurrent
from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker
from sqlalchemy.orm import InstanceState, InstrumentedAttribute, ORMExecuteState, Session

SITE = "https://missing-greenlet.example/"
"""Where the pages are. Change it if you keep them elsewhere."""

STANDARD = tuple(sysconfig.get_path(name) + os.sep for name in ("stdlib", "platstdlib"))
LOADS = (True, "select", "raise_on_sql", "joined", "selectin", "subquery", "immediate")
"""The values of `lazy=` of relationships that are loaded by reading them, if no query has."""


class ImplicitIO(AssertionError):  # noqa: N818 - what happened, in two words
    """An attribute was loaded by being read.

    `User.posts was loaded implicitly at app/users.py:12. See
    https://missing-greenlet.example/causes/lazy-relationship/`
    """

    attribute: str
    """Class and attribute, such as `User.posts`."""

    where: str
    """File and line of the code that read it."""

    url: str
    """The page that answers it."""

    def __init__(self, attribute: str, where: str, key: str, what: str = "was loaded implicitly") -> None:
        self.attribute, self.where, self.url = attribute, where, f"{SITE}{key}/"
        super().__init__(f"{attribute} {what} at {where}. See {self.url}")


@contextmanager
def no_implicit_io(*, identity_map: bool = True, run_sync: bool = False) -> Generator[list[ImplicitIO], None, None]:
    """Refuse to load an attribute that is read, in every session, sync and async.

    Args:
        identity_map: Also refuse a many-to-one that the session serves without SQL, because it holds
            the target or the foreign key is empty. Give `False` where your code relies on that: on
            `post.user` after `selectinload(User.posts)`, for example.
        run_sync: Also refuse what is read inside a function that you gave to `run_sync()`.

    Yields:
        list: What was refused so far, also what the code under test has caught.

    Raises:
        ImplicitIO: On the line that reads; or at the end, if the code under test has caught that, as
            Pydantic does.

    Examples:
        >>> from sqlalchemy import create_engine, orm
        >>> with no_implicit_io(), orm.Session(create_engine("sqlite://")) as session:
        ...     session.scalar(sqlalchemy.select(1))
        1
    """
    refused: list[ImplicitIO] = []
    guard = _Guard(refused, identity_map, run_sync)
    event.listen(Session, "do_orm_execute", guard.on_execute)
    try:
        with mock.patch.object(InstrumentedAttribute, "__get__", guard.watched()):
            yield refused
    except ImplicitIO:
        raise
    except Exception as other:
        if refused:
            raise refused[0] from other
        raise
    finally:
        event.remove(Session, "do_orm_execute", guard.on_execute)
    if refused:
        raise refused[0]


@pytest.fixture
def implicit_io_guard() -> Iterator[list[ImplicitIO]]:
    """The guard around a test: `pytest.mark.usefixtures("implicit_io_guard")`.

    A fixture cannot see how its test ends. So pytest reports a read that fails the test a second
    time, as an error of the fixture. `refused.clear()` on its value forgives what was refused.

    Yields:
        list: What was refused so far.

    Raises:
        ImplicitIO: Something was refused.
    """
    with no_implicit_io() as refused:
        yield refused


def strict_sessions(
    engine: AsyncEngine, *, expire_on_commit: bool = False, **options: Any
) -> async_sessionmaker[AsyncSession]:
    """Make sessions for tests, one for each step or request.

    - Each has an identity map of its own, and is closed for good at the end of its block
      ([close_resets_only][1]): what it brought is detached, and using it again raises
      `InvalidRequestError`.
    - Each refuses implicit loads like `no_implicit_io`, but only those that need SQL, and only where
      the code under test does not catch `ImplicitIO`.

    Give it to the application as its factory, or in FastAPI through `dependency_overrides`.

    [1]: https://docs.sqlalchemy.org/en/21/orm/session_api.html#sqlalchemy.orm.Session.params.close_resets_only

    Args:
        engine: The engine of the tests.
        expire_on_commit: As in production. `True` finds code that reads after a commit.
        **options: Other options of the session.

    Returns:
        The factory.
    """

    class StrictSession(Session):
        """A session of a test."""

    event.listen(StrictSession, "do_orm_execute", _Guard([], False, False).on_execute)
    chosen: dict[str, Any] = {"close_resets_only": False, "sync_session_class": StrictSession, **options}
    return async_sessionmaker(engine, expire_on_commit=expire_on_commit, **chosen)


class _Read(NamedTuple):
    """A read of an attribute, as the stack shows it."""

    attribute: str
    instance: object
    where: str
    in_run_sync: bool


class _Guard:
    """Knows what is refused, and keeps it."""

    def __init__(self, refused: list[ImplicitIO], identity_map: bool, run_sync: bool) -> None:
        self.refused, self.identity_map, self.run_sync = refused, identity_map, run_sync

    def on_execute(self, execution: ORMExecuteState) -> None:
        """Refuse the statement of a load that a read began."""
        if not (execution.is_relationship_load or execution.is_column_load):
            return
        if read := self._refusable(inspect.currentframe()):
            raise self._refuse(read, _page(read, execution.is_relationship_load))

    def watched(self) -> Any:
        """`InstrumentedAttribute.__get__`, which refuses what needed no SQL, too."""
        original: Any = cast(Any, InstrumentedAttribute).__get__

        def get(attribute: InstrumentedAttribute[Any], instance: object, owner: Any) -> Any:
            unloaded = self.identity_map and instance is not None and _is_unloaded(attribute, instance)
            value = original(attribute, instance, owner)
            if unloaded and (read := self._refusable(inspect.currentframe(), (attribute.key, instance))):
                what = "was served without SQL, which other data would need,"
                raise self._refuse(read, "causes/lazy-relationship", what)
            return value

        return get

    def _refusable(self, frame: FrameType | None, access: tuple[str, object] | None = None) -> _Read | None:
        read = _read(frame, access)
        return None if read is None or (read.in_run_sync and not self.run_sync) else read

    def _refuse(self, read: _Read, key: str, *what: str) -> ImplicitIO:
        self.refused.append(ImplicitIO(f"{type(read.instance).__name__}.{read.attribute}", read.where, key, *what))
        return self.refused[-1]


def _is_unloaded(attribute: InstrumentedAttribute[Any], instance: object) -> bool:
    state = cast(InstanceState[Any], sqlalchemy.inspect(instance))
    if attribute.key in state.dict or not state.persistent:
        return False
    relationship = state.mapper.relationships.get(attribute.key)
    return relationship is not None and relationship.lazy in LOADS


def _read(frame: FrameType | None, access: tuple[str, object] | None) -> _Read | None:
    """The read that led to this line, or `None` if SQLAlchemy itself began it, inside an await."""
    while frame is not None and (_is_library(frame) or frame.f_code.co_filename == __file__):
        if _is_library(frame) and frame.f_code.co_name in ("__get__", "__set__") and _in(frame, "attributes.py"):
            access = (frame.f_locals["self"].key, frame.f_locals["instance"])
        frame = frame.f_back
    if frame is None or access is None:
        return None
    awaited = bool(getattr(getcurrent(), "__sqlalchemy_greenlet_provider__", False))
    if awaited and _is_library(_outermost(frame)):  # a listener inside a flush
        return None
    return _Read(*access, _where(frame), awaited)


def _page(read: _Read, of_relationship: bool) -> str:
    state = cast(InstanceState[Any], sqlalchemy.inspect(read.instance))
    if of_relationship:
        return "causes/lazy-relationship"
    if state.expired:
        return "causes/expired-after-commit"
    known = read.attribute in state.expired_attributes
    return "causes/server-generated-value" if known else "causes/deferred-column"


def _where(frame: FrameType) -> str:
    """The nearest line that is in no package; without one, the nearest outside SQLAlchemy."""
    yours: FrameType | None = frame
    while yours is not None and _is_installed(yours):
        yours = yours.f_back
    chosen = yours or frame
    file, here = chosen.f_code.co_filename, os.getcwd()
    return f"{os.path.relpath(file, here) if file.startswith(here + os.sep) else file}:{chosen.f_lineno}"


def _outermost(frame: FrameType) -> FrameType:
    while frame.f_back is not None:
        frame = frame.f_back
    return frame


def _is_library(frame: FrameType) -> bool:
    # By the module's name, which functions that SQLAlchemy generates have, too; their file is none.
    return f"{frame.f_globals.get('__name__')}.".startswith("sqlalchemy.")


def _in(frame: FrameType, file: str) -> bool:
    return frame.f_code.co_filename.endswith(f"{os.sep}orm{os.sep}{file}")


def _is_installed(frame: FrameType) -> bool:
    file = frame.f_code.co_filename
    return file.startswith((*STANDARD, "<")) or "site-packages" in file or "dist-packages" in file
