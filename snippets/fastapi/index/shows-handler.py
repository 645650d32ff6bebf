"""Register a handler for Exception: it hears what no endpoint can catch."""

import asyncio
import gc
from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import BackgroundTasks, Depends, FastAPI, Request
from fastapi.responses import JSONResponse
from httpx import ASGITransport, AsyncClient
from pydantic import BaseModel, ConfigDict
from sqlalchemy import ForeignKey, String, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))
    posts: Mapped[list["Post"]] = relationship()


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(30))
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))


class PostOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)
    title: str


class UserOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)
    name: str
    posts: list[PostOut]


engine = create_async_engine("sqlite+aiosqlite://")
Session = async_sessionmaker(engine, expire_on_commit=False)
app = FastAPI()


async def get_session() -> AsyncIterator[AsyncSession]:
    async with Session() as session:
        yield session


Database = Annotated[AsyncSession, Depends(get_session)]


# --8<-- [start:read]
@app.exception_handler(Exception)
async def unhandled(request: Request, exc: Exception) -> JSONResponse:
    told = "xd2s" in str(exc)
    print(request.url.path, "- the handler hears of xd2s:", told)
    return JSONResponse({"detail": "Internal Server Error"}, 500)


@app.get("/response-model", response_model=UserOut)
async def read_user(session: Database) -> User:
    return (await session.scalars(select(User))).one()


@app.get("/background-task", status_code=202)
async def start(session: Database, tasks: BackgroundTasks) -> None:
    user = (await session.scalars(select(User))).one()
    tasks.add_task(lambda: user.posts)
# --8<-- [end:read]


async def main() -> None:
    gc.disable()  # what both errors leave behind is reported once, at the end
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        async with Session.begin() as session:
            session.add(User(name="Ada", posts=[Post(title="Hello")]))
        transport = ASGITransport(app, raise_app_exceptions=False)
        async with AsyncClient(
            transport=transport, base_url="http://app"
        ) as client:
            for path in "/response-model", "/background-task":
                answer = await client.get(path)
                print(path, "- the client gets", answer.status_code)
    finally:
        await engine.dispose()


asyncio.run(main())
