"""Create the tables and read with SQLModel in a FastAPI application."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy.ext import asyncio as sqlalchemy_asyncio
from sqlalchemy.ext.asyncio import create_async_engine
from sqlmodel import Field, SQLModel, select
from sqlmodel.ext.asyncio.session import AsyncSession


class User(SQLModel, table=True):
    __tablename__ = "user_account"
    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(max_length=30)


engine = create_async_engine("sqlite+aiosqlite:///app.db")


# --8<-- [start:read]
@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    try:
        SQLModel.metadata.create_all(engine)
    except AttributeError as error:
        print(error)
    async with engine.begin() as connection:
        await connection.run_sync(SQLModel.metadata.create_all)
    # --8<-- [end:read]
    try:
        async with AsyncSession(engine) as session:
            session.add(User(name="Ada"))
            await session.commit()
        yield
    finally:
        await engine.dispose()


app = FastAPI(lifespan=lifespan)


# --8<-- [start:endpoint]
@app.get("/users")
async def users() -> list[str]:
    async with sqlalchemy_asyncio.AsyncSession(engine) as session:
        print("SQLAlchemy's session has exec():", hasattr(session, "exec"))
    async with AsyncSession(engine) as session:
        print("SQLModel's session has exec():", hasattr(session, "exec"))
        return [user.name for user in await session.exec(select(User))]
# --8<-- [end:endpoint]


with TestClient(app) as client:
    print(client.get("/users").json())
