"""The application: `uvicorn app.main:app`, or `python -m app`."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from app import posts, users
from app.errors import explain_errors
from app.session import database
from kit.models import Base


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncGenerator[None, None]:
    async with database:  # closes the pool, in the event loop that opened it
        async with database.engine.begin() as connection:
            # Until you have migrations.
            await connection.run_sync(Base.metadata.create_all)
        yield


app = FastAPI(title="Users and posts", lifespan=lifespan)
app.include_router(users.router)
app.include_router(posts.router)
explain_errors(app)


@app.get("/health")
async def health() -> None:
    await database.ping()
