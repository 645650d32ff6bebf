"""Helpers of the tests."""

import asyncio
from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager, contextmanager
from typing import Any

from fastapi import FastAPI
from httpx import ASGITransport, AsyncClient, Response
from sqlalchemy import event

from kit.database import Database
from kit.models import Base


@asynccontextmanager
async def tables(url: str) -> AsyncGenerator[Database, None]:
    """A database that has the tables of all models."""
    async with Database(url) as database:
        async with database.engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        yield database


@contextmanager
def statements(database: Database) -> Generator[list[str], None, None]:
    """The first word of each statement that is sent meanwhile."""
    sent: list[str] = []

    def note(connection: Any, cursor: Any, statement: str, *_: Any) -> None:
        sent.append(statement.split()[0])

    event.listen(database.engine.sync_engine, "before_cursor_execute", note)
    yield sent
    event.remove(database.engine.sync_engine, "before_cursor_execute", note)


def ask(app: FastAPI, *requests: str) -> list[Response]:
    """The answers to requests such as ``GET /users``, within one lifespan of the application."""

    async def main() -> list[Response]:
        transport = ASGITransport(app, raise_app_exceptions=False)
        async with (
            app.router.lifespan_context(app),
            AsyncClient(transport=transport, base_url="http://app") as client,
        ):
            return [await client.request(*request.split()) for request in requests]

    return asyncio.run(main())
