"""A client of the application, on empty tables, under the guard of the kit.

The database is a file of SQLite, or that of `$TEST_DATABASE_URL`; its tables
are dropped.
"""

import os
from collections.abc import AsyncGenerator, Generator
from contextlib import contextmanager
from typing import Any

import pytest
from httpx import ASGITransport, AsyncClient
from sqlalchemy import event

from kit.testing import ImplicitIO, implicit_io_guard

__all__ = ["anyio_backend", "client", "implicit_io_guard"]

# Before anything imports app.settings.
os.environ["DATABASE_URL"] = os.environ.get(
    "TEST_DATABASE_URL",
    "sqlite+aiosqlite:///test.db",
)


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
async def client(
    implicit_io_guard: list[ImplicitIO],
) -> AsyncGenerator[AsyncClient, None]:
    from app.main import app
    from app.session import database
    from kit.models import Base

    async with database.engine.begin() as connection:
        await connection.run_sync(Base.metadata.drop_all)
    transport = ASGITransport(app)
    async with (
        app.router.lifespan_context(app),
        AsyncClient(transport=transport, base_url="http://test") as client,
    ):
        yield client


@contextmanager
def statements() -> Generator[list[str], None, None]:
    """The statements that are sent meanwhile."""
    from app.session import database

    sent: list[str] = []

    def note(connection: Any, cursor: Any, statement: str, *_: Any) -> None:
        sent.append(statement)

    event.listen(database.engine.sync_engine, "before_cursor_execute", note)
    yield sent
    event.remove(database.engine.sync_engine, "before_cursor_execute", note)
