"""Raises sqlalchemy.exc.IntegrityError: in an endpoint with an asynchronous session."""

import asyncio
from collections.abc import AsyncIterator
from typing import Annotated

import httpx
from fastapi import Depends, FastAPI
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine

engine = create_async_engine("sqlite+aiosqlite://")
app = FastAPI()


async def session() -> AsyncIterator[AsyncSession]:
    """A session for one request."""
    async with AsyncSession(engine) as opened:
        yield opened


@app.get("/user")
async def user(opened: Annotated[AsyncSession, Depends(session)]) -> None:
    """Insert somebody without a name."""
    await opened.execute(text("CREATE TABLE user (name TEXT NOT NULL, updated_at TEXT)"))
    await opened.execute(text("INSERT INTO user (name) VALUES (NULL)"))


async def main() -> None:
    """Ask once."""
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://test") as client:
        try:
            await client.get("/user")
        finally:
            await engine.dispose()


asyncio.run(main())
