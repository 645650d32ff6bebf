"""The database under test: empty tables before each test, none left after it."""

import asyncio
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

URL = os.environ.get("KIT_URL", "sqlite+aiosqlite://")
os.environ["DATABASE_URL"] = URL  # what kit.tests.example reads when it is imported


@pytest.fixture
def url() -> Iterator[str]:
    """The URL of a database without tables."""
    asyncio.run(_drop_tables())
    yield URL
    asyncio.run(_drop_tables())


@pytest.fixture
def pooled_url(url: str, tmp_path: Path) -> str:
    """The same, or a file where that is SQLite in memory, which has no pool of several connections."""
    return f"sqlite+aiosqlite:///{tmp_path}/app.db" if url == "sqlite+aiosqlite://" else url


async def _drop_tables() -> None:
    from kit.database import Database
    from kit.models import Base

    async with Database(URL) as database, database.engine.begin() as connection:
        await connection.run_sync(Base.metadata.drop_all)
