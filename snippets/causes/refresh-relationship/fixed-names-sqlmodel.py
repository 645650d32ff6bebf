"""Refresh the relationship by name before the return."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated

from fastapi import Depends, FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import event
from sqlalchemy.ext.asyncio import create_async_engine
from sqlmodel import Field, Relationship, SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession


class User(SQLModel, table=True):
    __tablename__ = "user_account"
    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(max_length=30)
    posts: list["Post"] = Relationship(back_populates="user")


class Post(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    title: str = Field(max_length=30)
    user_id: int = Field(foreign_key="user_account.id")
    user: User = Relationship(back_populates="posts")


class UserPublic(SQLModel):
    name: str


class PostPublic(SQLModel):
    title: str
    user: UserPublic


engine = create_async_engine("sqlite+aiosqlite://")


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    try:
        async with engine.begin() as connection:
            await connection.run_sync(SQLModel.metadata.create_all)
        async with AsyncSession(engine) as session:
            session.add(User(name="Ada"))
            await session.commit()
        yield
    finally:
        await engine.dispose()


app = FastAPI(lifespan=lifespan)


async def get_session() -> AsyncIterator[AsyncSession]:
    async with AsyncSession(engine) as session:
        yield session


Database = Annotated[AsyncSession, Depends(get_session)]


# --8<-- [start:endpoint]
@app.post("/posts", response_model=PostPublic)
async def create(title: str, session: Database):
    post = Post(title=title, user_id=1)
    session.add(post)
    await session.commit()
    await session.refresh(post)
    await session.refresh(post, ["user"])
    return post
# --8<-- [end:endpoint]


with TestClient(app) as client:
    seen: list[str] = []
    event.listen(
        engine.sync_engine,
        "before_cursor_execute",
        lambda *args: seen.append(args[2]),
    )
    # --8<-- [start:request]
    print(client.post("/posts", params={"title": "Hello"}).json())
    # --8<-- [end:request]
    print("statements:", len(seen))
