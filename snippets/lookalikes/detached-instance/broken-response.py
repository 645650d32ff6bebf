# raises: ResponseValidationError
"""Return an object from a helper that has closed its session."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from fastapi.testclient import TestClient
from pydantic import BaseModel
from sqlalchemy import ForeignKey, String
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
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
    title: str


class UserOut(BaseModel):
    name: str
    posts: list[PostOut]


engine = create_async_engine("sqlite+aiosqlite://")
Session = async_sessionmaker(engine, expire_on_commit=False)


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        async with Session.begin() as session:
            session.add(User(name="Ada", posts=[Post(title="Hello")]))
        yield
    finally:
        await engine.dispose()


app = FastAPI(lifespan=lifespan)


# --8<-- [start:endpoint]
async def find(user_id: int) -> User:
    async with Session() as session:
        return await session.get_one(User, user_id)


@app.get("/users/{user_id}", response_model=UserOut)
async def show(user_id: int):
    return await find(user_id)
# --8<-- [end:endpoint]


with TestClient(app) as client:
    # --8<-- [start:request]
    print(client.get("/users/1").json())
    # --8<-- [end:request]
