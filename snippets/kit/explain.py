"""What a MissingGreenlet is about: the attribute, the line that read it, and the page that answers it.

Copy this file; it needs SQLAlchemy 2.0 or 2.1. It imports neither FastAPI nor Pydantic, and knows
their errors by what they carry. It only looks: it sends no SQL, raises nothing, and keeps no object
of yours.

In FastAPI, log the explanation where the response is made. The error comes in three classes:

    async def explained(request: Request, error: Exception) -> Response:
        explanation = explain(error)
        if explanation is None:
            raise error
        logger.error("%s %s: %s", request.method, request.url.path, explanation, exc_info=error)
        return PlainTextResponse("Internal Server Error", status_code=500)


    for kind in (StatementError, MissingGreenlet, ResponseValidationError):
        app.add_exception_handler(kind, explained)

`StatementError` is also the base of every error of the database; of those `explain` says `None`.
Such handlers do not see a background task, which fails when the response has started. The server
logs that, so put an `ExplainFilter` on a handler of your logging as well.

It reads the frames of the traceback, which are SQLAlchemy's own and may change. What it cannot tell
it leaves out, and then names the page of the message itself.
"""

import inspect
import logging
import os
import sysconfig
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from types import FrameType
from typing import Any, Literal, TypeVar, cast

import sqlalchemy
from sqlalchemy.exc import DBAPIError, InvalidRequestError, PendingRollbackError
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlalchemy.orm import InstanceState, Mapper
from sqlalchemy.orm.exc import DetachedInstanceError

SITE = "https://missing-greenlet.example/"
"""Where the pages are. Change it if you keep them elsewhere."""

REASONS = {
    "causes/alembic-env": "Alembic opens a synchronous engine on an async URL",
    "causes/collection-mutation": "setting it needs the old value, which is not loaded",
    "causes/deferred-column": "the query did not select this column",
    "causes/dynamic-relationship": "the query of a dynamic relationship cannot be awaited",
    "causes/event-listener": "it is not loaded, and an event listener or a validator reads it",
    "causes/expired-after-commit": "its object expired, mostly by a commit",
    "causes/expired-after-rollback": "its object expired in a rollback",
    "causes/lazy-relationship": "no query loaded it",
    "causes/new-object-collection": "its object is new, and nothing has set it",
    "causes/polymorphic-subclass-column": "the query selected the columns of the base class alone",
    "causes/property-or-repr": "it is not loaded, and a property or a repr() reads it",
    "causes/response-serialization": "it is not loaded, and the response model reads it",
    "causes/server-generated-value": "the database holds a new value, which nothing fetched",
    "causes/sync-api-on-async-engine": "a synchronous call was made on an async engine",
    "causes/sync-engine-async-driver": "create_engine() was given a URL with an async driver",
    "causes/third-party-sync-library": "a library uses SQLAlchemy without await",
    "causes/thread-or-background-task": "it is not loaded, and a thread or a background task reads it",
    "lookalikes/detached-instance": "its session was closed before it was loaded",
    "lookalikes/pending-rollback": "an earlier error left the session waiting for a rollback",
    "lookalikes/raiseload": "the mapping or the query forbids to load it",
    "problem": "SQLAlchemy had to wait for the database outside an await",
}
"""What each page answers, in the words of a log."""

State = Literal["never loaded", "expired", "column expired", "deferred", "new", "detached"]
"""How the attribute came to need SQL:

- `never loaded`: a relationship of an object that a query brought.
- `expired`: the whole object, by a commit, a rollback or `expire()`.
- `column expired`: some columns alone: the database made a value, or a subclass has them.
- `deferred`: a column that the query left out.
- `new`: a relationship of an object that the program made and no query has loaded.
- `detached`: the object has no session.
"""

LIBRARY = os.path.dirname(sqlalchemy.__file__) + os.sep
STANDARD = tuple(sysconfig.get_path(name) + os.sep for name in ("stdlib", "platstdlib"))
ACCESS = ("__get__", "__set__", "__delete__")
T = TypeVar("T")


@dataclass(frozen=True)
class Explanation:
    """What is known of one error. `str()` makes a line for a log of it.

    Examples:
        >>> print(Explanation("causes/lazy-relationship", "User", "posts", "never loaded", "app/users.py:12"))
        User.posts at app/users.py:12: no query loaded it. See https://missing-greenlet.example/causes/lazy-relationship/
    """

    key: str
    """The page that answers it, such as `causes/lazy-relationship`; one of `REASONS`."""

    model: str | None = None
    """The name of the object's class."""

    attribute: str | None = None
    """The attribute that was read or set."""

    state: State | None = None
    """How that attribute came to need SQL."""

    where: str | None = None
    """File and line of your code: the last line that is in no installed package. For an error of a
    response it is the endpoint, if FastAPI names it."""

    thread: bool = False
    """Whether the read happened in another thread than the coroutine that waits for it."""

    @property
    def url(self) -> str:
        """The address of the page."""
        return f"{SITE}{self.key}/"

    def __str__(self) -> str:
        """Say where, what and why, and which page answers it.

        Returns:
            One line.
        """
        subject = ".".join(filter(None, (self.model, self.attribute)))
        place = " at ".join(filter(None, (subject, self.where)))
        reason = REASONS.get(self.key, REASONS["problem"])
        return f"{place + ': ' if place else ''}{reason}. See {self.url}"


def explain(exc: BaseException) -> Explanation | None:
    """Say what an error is about, if it is MissingGreenlet or one of its kin.

    It follows `__cause__`, `__context__`, `.orig` and the members of groups, so the error may be
    wrapped. It knows:

    - MissingGreenlet, bare, or inside a `StatementError` or a `DBAPIError` ([upstream][1]).
    - FastAPI's `ResponseValidationError` and Pydantic's `ValidationError`, where reading an attribute
      failed. These hold text alone, and the object that was read.
    - `DetachedInstanceError`, `PendingRollbackError`, and the `InvalidRequestError` of
      `lazy="raise_on_sql"`.

    [1]: https://docs.sqlalchemy.org/en/21/errors.html#error-xd2s

    Args:
        exc: Any exception, mostly one that was raised: without a traceback there is little to see.

    Returns:
        What it is about, or `None` if it is none of these. It never raises, whatever the exception
            does when it is looked at.
    """
    return _quietly(lambda: _explain(exc))


class ExplainFilter(logging.Filter):
    """Adds the explanation to the log records of exceptions.

    Put it on a handler, since the filters of a logger see nothing from the loggers below it:
    `handler.addFilter(ExplainFilter())`. It lets every record pass. The text is appended to the
    message, and is also in `record.explanation`, which is empty for other records.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        """Explain the exception of a record, once.

        Args:
            record: Any record.

        Returns:
            Always `True`.
        """
        if "explanation" not in record.__dict__:
            explanation = _quietly(lambda: _explanation_of(record)) or ""
            record.__dict__["explanation"] = explanation
            if explanation:
                record.msg, record.args = f"{record.getMessage()}\n{explanation}", None
        return True


def _explanation_of(record: logging.LogRecord) -> str:
    error = record.exc_info[1] if record.exc_info else None
    record.getMessage()  # if this raises, the record is left to the handler as it is
    return str((error and explain(error)) or "")


def _explain(exc: BaseException) -> Explanation | None:
    links = list(_chain(exc))
    for kind in (_of_greenlet, _of_validation, _of_sibling):
        for link in links:
            found = _quietly(lambda kind=kind, link=link: kind(link, links))
            if found:
                return found
    return Explanation("problem") if any(_is_missing(link) for link in links) else None


def _quietly(look: Callable[[], T]) -> T | None:
    """What a look at objects of others gives, if they let themselves be looked at."""
    try:
        return look()
    except Exception:
        return None


def _chain(exc: BaseException) -> Iterator[BaseException]:
    """An exception and all that it came from, nearest first, each once."""
    waiting, seen = [exc], set[int]()
    for link in waiting:
        if id(link) in seen:
            continue
        seen.add(id(link))
        yield link
        wrapped: Any = _quietly(lambda link=link: getattr(link, "orig", None))
        members: Any = _quietly(lambda link=link: tuple(getattr(link, "exceptions", ()))) or ()
        sources = (link.__cause__, link.__context__, wrapped, *members)
        waiting += [source for source in sources if isinstance(source, BaseException)]


def _is_missing(link: BaseException) -> bool:
    return _quietly(lambda: getattr(link, "code", None)) == "xd2s"


# From frames -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Frame:
    """One line of a traceback. Lives no longer than the call of `explain`."""

    frame: FrameType
    line: int

    @property
    def file(self) -> str:
        return self.frame.f_code.co_filename

    @property
    def name(self) -> str:
        return self.frame.f_code.co_name.removeprefix("_") if self.is_library else self.frame.f_code.co_name

    @property
    def is_library(self) -> bool:
        # By the module's name, which functions that SQLAlchemy generates have, too; their file is none.
        return f"{self.frame.f_globals.get('__name__')}.".startswith("sqlalchemy.")

    @property
    def module(self) -> str:
        """The file within SQLAlchemy, such as `orm/state.py`; empty elsewhere."""
        return self.file.removeprefix(LIBRARY).replace(os.sep, "/") if self.is_library else ""

    def local(self, name: str) -> Any:
        """A local variable; of SQLAlchemy's frames alone, because asking keeps it as long as the frame."""
        return self.frame.f_locals.get(name) if self.is_library else None


def _frames(link: BaseException) -> list[_Frame]:
    return [_Frame(frame, line) for frame, line in traceback.walk_tb(link.__traceback__)]


def _of_greenlet(link: BaseException, links: list[BaseException]) -> Explanation | None:
    """MissingGreenlet, from the nearest traceback that shows an attribute, or its own."""
    if not _is_missing(link):
        return None
    around = reversed(links[: links.index(link)])  # an error that wraps this one has more frames
    for each in (link, *around, *_chain(link)):
        frames = _frames(each)
        if (at := _access(frames)) is not None:
            return _of_attribute(frames, at, _chain(link))
    return _of_connection(_frames(link))


def _access(frames: list[_Frame]) -> int | None:
    """The place of the last read or write of an attribute."""
    for place in range(len(frames) - 1, -1, -1):
        frame = frames[place]
        if frame.module == "orm/attributes.py" and frame.frame.f_code.co_name in ACCESS:
            return place
        if frame.module == "orm/dynamic.py" and frame.name == "iter":
            return place
    return None


def _of_attribute(frames: list[_Frame], at: int, links: Iterator[BaseException]) -> Explanation:
    access, above, below = frames[at], frames[:at], frames[at + 1 :]
    found = Explanation("problem", where=_where(above), thread=_in_thread(above))
    this, instance = access.local("self"), access.local("instance")
    if access.module == "orm/dynamic.py":
        name, model = this.attr.key, type(this.instance).__name__
        return replace(found, key="causes/dynamic-relationship", attribute=name, model=model)
    found = replace(found, attribute=str(this.key), model=type(instance).__name__)
    key, state = _quietly(lambda: _loading(below, instance, links)) or ("problem", None)
    way = _quietly(lambda: _way(above, access, instance, found.thread))
    return replace(found, key=way or key, state=state)


def _way(above: list[_Frame], access: _Frame, instance: object, thread: bool) -> str | None:
    """The page of a read that comes in an unusual way, whatever is read."""
    caller = next((frame for frame in reversed(above) if not frame.is_library), None)
    if any(frame.module == "orm/attributes.py" and frame.name.startswith("fire_") for frame in above):
        return "causes/event-listener"
    if thread or any(frame.file.endswith(os.path.join("starlette", "background.py")) for frame in above):
        return "causes/thread-or-background-task"
    if access.frame.f_code.co_name != "__get__":
        return "causes/collection-mutation"
    if caller and (caller.name in ("__repr__", "__str__", "__eq__") or _is_property(instance, caller)):
        return "causes/property-or-repr"
    return None


def _is_property(instance: object, caller: _Frame) -> bool:
    found = inspect.getattr_static(type(instance), caller.name, None)
    return isinstance(found, property) and getattr(found.fget, "__code__", None) is caller.frame.f_code


def _loading(below: list[_Frame], instance: object, links: Iterator[BaseException]) -> tuple[str, State]:
    """The page and the state, from the loader that ran."""
    loaders = {frame.name: frame for frame in below}
    state = cast(InstanceState[Any], sqlalchemy.inspect(instance))
    if expired := loaders.get("load_expired"):
        # What was expired when it failed; a session that ended since has changed the state.
        names = set[str](expired.local("toload") or state.expired_attributes)
        holder = loaders.get("load_scalar_attributes")
        return _of_expired(expired.local("self") or state, names, holder and holder.local("session"), links)
    if "emit_lazyload" in loaders:
        return _of_relationship(state)
    return "causes/deferred-column", "deferred"


def _of_relationship(state: InstanceState[Any]) -> tuple[str, State]:
    if getattr(state, "runid", 0) is None:  # no query has loaded the object
        return "causes/new-object-collection", "new"
    return "causes/lazy-relationship", "never loaded"


def _of_expired(
    state: InstanceState[Any], names: set[str], session: Any, links: Iterator[BaseException]
) -> tuple[str, State]:
    mapper = state.mapper
    keys = {mapper.get_property_by_column(column).key for column in mapper.primary_key}
    if not names & keys:
        return ("causes/polymorphic-subclass-column" if _is_of_subclass(mapper, names) else _SERVER), "column expired"
    kept = session is not None and not session.expire_on_commit
    if kept or any(isinstance(link, DBAPIError) for link in links):
        return "causes/expired-after-rollback", "expired"
    return "causes/expired-after-commit", "expired"


_SERVER = "causes/server-generated-value"


def _is_of_subclass(mapper: Mapper[Any], names: set[str]) -> bool:
    """Whether these are columns that the base class lacks, and that no UPDATE makes."""
    columns = [column for name in names if name in mapper.column_attrs for column in mapper.column_attrs[name].columns]
    made = any(getattr(column, "onupdate", None) or getattr(column, "server_onupdate", None) for column in columns)
    return mapper.inherits is not None and not made and not names & set(mapper.base_mapper.attrs.keys())


def _of_connection(frames: list[_Frame]) -> Explanation:
    """The page of a failure without an attribute, from the call that entered SQLAlchemy."""
    found = Explanation("problem", where=_where(frames), thread=_in_thread(frames))
    frames = [frame for frame in frames if not _is_package(frame.file, "sqlmodel")]
    entry = next((n for n in range(len(frames) - 1, 0, -1) if not frames[n - 1].is_library), None)
    if entry is None or not frames[entry].is_library or frames[entry].module.startswith("util/"):
        return found
    caller, called = frames[entry - 1], frames[entry]
    if any(_is_package(frame.file, "alembic") for frame in frames):
        return replace(found, key="causes/alembic-env")
    if _is_package(caller.file):
        return replace(found, key="causes/third-party-sync-library")
    return replace(found, key=_quietly(lambda: _of_engine(frames, called)) or "causes/sync-api-on-async-engine")


def _of_engine(frames: list[_Frame], called: _Frame) -> str:
    """Whether `create_engine()` or `create_async_engine()` made the engine that was to connect."""
    engine = next((it for f in frames if isinstance(it := f.local("self"), sqlalchemy.Engine)), None)
    of_async: Any = getattr(AsyncEngine, "_retrieve_proxy_for_target", None)
    if engine is not None and of_async is not None:
        known = of_async(engine, regenerate=False) is not None
        return "causes/sync-api-on-async-engine" if known else "causes/sync-engine-async-driver"
    connects = any(frame.module == "pool/base.py" for frame in frames)
    direct = called.module == "engine/base.py"
    return "causes/sync-engine-async-driver" if connects and direct else "causes/sync-api-on-async-engine"


def _is_package(file: str, name: str = "") -> bool:
    return any(f"{os.sep}{folder}{os.sep}{name}" in file for folder in ("site-packages", "dist-packages"))


def _is_installed(file: str) -> bool:
    return file.startswith((*STANDARD, "<")) or _is_package(file)


def _where(frames: list[_Frame]) -> str | None:
    """Your last line; where the application itself is installed, the last above SQLAlchemy."""
    yours = [frame for frame in frames if not _is_installed(frame.file) and frame.file != __file__]
    others = [frame for frame in frames if not frame.is_library and not frame.file.startswith("<")]
    last = (yours or others or [None])[-1]
    return _place(last.file, last.line) if last else None


def _place(file: str, line: int) -> str:
    here = _quietly(os.getcwd)
    inside = here is not None and file.startswith(here + os.sep)
    return f"{os.path.relpath(file, here) if inside else file}:{line}"


def _in_thread(frames: list[_Frame]) -> bool:
    """Whether a worker thread stands between the read and the coroutine that waits for it."""
    for frame in reversed(frames):
        if frame.frame.f_code.co_flags & (inspect.CO_COROUTINE | inspect.CO_ASYNC_GENERATOR):
            return False
        path = frame.file.replace(os.sep, "/")
        if path.endswith(("concurrent/futures/thread.py", "/threading.py")) or (
            "/anyio/" in path and frame.frame.f_code.co_name == "run"
        ):
            return True
    return False


# From text ---------------------------------------------------------------------------------------


def _of_validation(link: BaseException, links: list[BaseException]) -> Explanation | None:
    """Errors that say, in the text of an entry, that reading an attribute failed."""
    if not type(link).__name__.endswith("ValidationError"):
        return None
    errors: Any = getattr(link, "errors", tuple)
    for entry in list[Any](errors()):
        key = _quietly(lambda entry=entry: _of_entry(entry))
        if key:
            return _quietly(lambda entry=entry, key=key: _read_by_model(link, entry, key)) or Explanation(key)
    return None


def _of_entry(entry: Any) -> str | None:
    text = str(entry["msg"]) if entry["type"] == "get_attribute_error" else ""
    known = {
        "greenlet_spawn": "causes/response-serialization",
        "DetachedInstanceError": "lookalikes/detached-instance",
        "is not available due to": "lookalikes/raiseload",
    }
    return next((key for part, key in known.items() if part in text), None)


def _read_by_model(link: BaseException, entry: Any, key: str) -> Explanation:
    attribute = str(next(part for part in reversed(entry["loc"]) if isinstance(part, str)))
    found = Explanation(key, attribute=attribute, where=_endpoint(link) or _where(_frames(link)))
    state: Any = _quietly(lambda: sqlalchemy.inspect(entry.get("input"), raiseerr=False))
    if not isinstance(state, InstanceState):
        return found
    held = cast(InstanceState[Any], state)
    found = replace(found, model=held.class_.__name__)
    if key == "lookalikes/detached-instance":
        return replace(found, state="detached")
    known = _quietly(lambda: _of_state(held, attribute)) if key == "causes/response-serialization" else None
    return replace(found, key=known[0], state=known[1]) if known else found


def _endpoint(link: BaseException) -> str | None:
    file, line = getattr(link, "endpoint_file", None), getattr(link, "endpoint_line", None)
    return _place(file, line) if isinstance(file, str) and isinstance(line, int) else None


def _of_state(state: InstanceState[Any], attribute: str) -> tuple[str, State] | None:
    """The page and the state, from what the object itself says."""
    if state.expired:
        return _of_expired(state, set(state.expired_attributes), state.session, iter(()))
    if attribute in state.mapper.relationships:
        key, how = _of_relationship(state)
        return ("causes/response-serialization" if how == "never loaded" else key), how
    if attribute in state.expired_attributes:
        return _of_expired(state, set(state.expired_attributes), state.session, iter(()))
    return ("causes/deferred-column", "deferred") if attribute in state.unloaded else None


def _of_sibling(link: BaseException, links: list[BaseException]) -> Explanation | None:
    """Errors that come where MissingGreenlet would, had something else been different."""
    if isinstance(link, PendingRollbackError):
        return Explanation("lookalikes/pending-rollback", where=_where(_frames(link)))
    frames = _frames(link)
    if isinstance(link, DetachedInstanceError):
        return _named("lookalikes/detached-instance", frames, "detached")
    if isinstance(link, InvalidRequestError) and " is not available due to " in str(link.args[0]):
        model, _, attribute = str(link.args[0]).split("'")[1].rpartition(".")
        where = _where(frames)
        return Explanation("lookalikes/raiseload", model or None, attribute, where=where, thread=_in_thread(frames))
    return None


def _named(key: str, frames: list[_Frame], state: State) -> Explanation:
    found = Explanation(key, state=state, where=_where(frames), thread=_in_thread(frames))
    at = _access(frames)
    if at is None or frames[at].module != "orm/attributes.py":
        return found
    this, instance = frames[at].local("self"), frames[at].local("instance")
    where, thread = _where(frames[:at]), _in_thread(frames[:at])
    return replace(found, model=type(instance).__name__, attribute=str(this.key), where=where, thread=thread)
