# also: 2.0-fastapi-0.105, 2.0-fastapi-0.117
"""Commit in a dependency and in an endpoint, and let both commits fail."""

import asyncio
from collections.abc import AsyncIterator
from typing import Annotated

import fastapi
from fastapi import Depends, FastAPI
from sqlalchemy import String
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30), unique=True)


engine = create_async_engine("sqlite+aiosqlite://")
Session = async_sessionmaker(engine, expire_on_commit=False)
app = FastAPI()


# --8<-- [start:read]
async def session_that_commits() -> AsyncIterator[AsyncSession]:
    async with Session() as session:
        yield session
        await session.commit()


async def get_session() -> AsyncIterator[AsyncSession]:
    async with Session() as session:
        yield session


@app.post("/dependency-commits", status_code=201)
async def leave_it_to_the_dependency(
    session: Annotated[AsyncSession, Depends(session_that_commits)],
) -> None:
    session.add(User(name="Ada"))


@app.post("/endpoint-commits", status_code=201)
async def commit_here(
    session: Annotated[AsyncSession, Depends(get_session)],
) -> None:
    session.add(User(name="Ada"))
    await session.commit()
# --8<-- [end:read]


async def receive() -> dict:
    return {"type": "http.request"}


async def ask(path: str) -> None:
    async def send(message: dict) -> None:
        if message["type"] == "http.response.start":
            print(path, "- the client gets", message["status"])

    scope = {"type": "http", "method": "POST", "path": path}
    scope |= {"headers": [], "query_string": b""}
    try:
        await app(scope, receive, send)
    except IntegrityError:
        print(path, "- the log gets IntegrityError")


async def main() -> None:
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        async with Session.begin() as session:
            session.add(User(name="Ada"))
        print("FastAPI", fastapi.__version__)
        await ask("/dependency-commits")
        await ask("/endpoint-commits")
    finally:
        await engine.dispose()


asyncio.run(main())
