"""Where each entry says which attribute was read."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated

from fastapi import Depends, FastAPI
from fastapi.exceptions import ResponseValidationError
from fastapi.testclient import TestClient
from pydantic import BaseModel
from sqlalchemy import ForeignKey, String, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, joinedload
from sqlalchemy.orm import mapped_column, relationship


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))
    posts: Mapped[list["Post"]] = relationship(back_populates="user")


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(30))
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    user: Mapped[User] = relationship(back_populates="posts")


# --8<-- [start:schemas]
class TitleOut(BaseModel):
    title: str


class UserOut(BaseModel):
    name: str
    posts: list[TitleOut]


class PostOut(BaseModel):
    user: UserOut
# --8<-- [end:schemas]


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


async def get_session() -> AsyncIterator[AsyncSession]:
    async with Session() as session:
        yield session


app = FastAPI(lifespan=lifespan)
Database = Annotated[AsyncSession, Depends(get_session)]


# --8<-- [start:endpoint]
@app.get("/user", response_model=UserOut)
async def one(session: Database):
    return (await session.scalars(select(User))).one()


@app.get("/users", response_model=list[UserOut])
async def many(session: Database):
    return (await session.scalars(select(User))).all()


@app.get("/post", response_model=PostOut)
async def nested(session: Database):
    query = select(Post).options(joinedload(Post.user))
    return (await session.scalars(query)).one()


@app.get("/expired", response_model=UserOut)
async def expired(session: Database):
    user = (await session.scalars(select(User))).one()
    session.expire(user)
    return user
# --8<-- [end:endpoint]


# --8<-- [start:request]
with TestClient(app) as client:
    for path in "/user", "/users", "/post", "/expired":
        try:
            client.get(path)
        except ResponseValidationError as error:
            print(path, [entry["loc"] for entry in error.errors()])
# --8<-- [end:request]
