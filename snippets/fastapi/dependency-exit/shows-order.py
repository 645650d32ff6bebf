# also: 2.0-fastapi-0.105, 2.0-fastapi-0.117
"""Print in which order FastAPI ends a request."""

import asyncio
from collections.abc import AsyncIterator
from typing import Annotated

import fastapi
from fastapi import BackgroundTasks, Depends, FastAPI
from pydantic import BaseModel, ConfigDict, field_validator
from sqlalchemy import String, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))


engine = create_async_engine("sqlite+aiosqlite:///app.db")
Session = async_sessionmaker(engine, expire_on_commit=False)
app = FastAPI()


# --8<-- [start:read]
class UserOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)
    name: str

    @field_validator("name")
    @classmethod
    def tell(cls, name: str) -> str:
        print("- the response model reads the user")
        return name


async def get_session() -> AsyncIterator[AsyncSession]:
    async with Session() as session:
        yield session
    print("- the session ends")


async def task() -> None:
    held = engine.pool.checkedout()
    print("- the background task runs, connections in use:", held)


@app.post("/users", response_model=UserOut)
async def read_user(
    session: Annotated[AsyncSession, Depends(get_session)],
    tasks: BackgroundTasks,
) -> User:
    tasks.add_task(task)
    user = (await session.scalars(select(User))).one()
    print("- the endpoint returns")
    return user
# --8<-- [end:read]


async def receive() -> dict:
    return {"type": "http.request"}


async def send(message: dict) -> None:
    if message["type"] == "http.response.start":
        print("- the client gets", message["status"])


async def main() -> None:
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        async with Session.begin() as session:
            session.add(User(name="Ada"))
        print("FastAPI", fastapi.__version__)
        # What a server does, without one: it runs on old releases too.
        scope = {"type": "http", "method": "POST", "path": "/users"}
        scope |= {"headers": [], "query_string": b""}
        await app(scope, receive, send)
    finally:
        await engine.dispose()


asyncio.run(main())
