"""A FastAPI application on the kit."""

import os
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Annotated

from fastapi import Depends, FastAPI
from pydantic import BaseModel, ConfigDict
from sqlalchemy import ForeignKey, String, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column, selectinload

from kit.database import Database
from kit.models import Base, relationship

database = Database(os.environ["DATABASE_URL"])
Session = Annotated[AsyncSession, Depends(database.session)]


class User(Base):
    __tablename__ = "user_account"
    repr_attributes = ("name",)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30), unique=True)
    posts: Mapped[list["Post"]] = relationship(back_populates="user")


class Post(Base):
    __tablename__ = "post"

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(80))
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    user: Mapped[User] = relationship(back_populates="posts")


class PostOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)
    title: str


class UserOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)
    name: str
    posts: list[PostOut]


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncGenerator[None, None]:
    async with database:
        async with database.engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        yield


app = FastAPI(lifespan=lifespan)


@app.post("/users", status_code=201)
async def create_user(name: str, title: str, session: Session) -> UserOut:
    user = User(name=name, posts=[Post(title=title)])
    session.add(user)
    await session.commit()
    return UserOut.model_validate(user)


@app.get("/users")
async def read_users(session: Session) -> list[UserOut]:
    with_posts = select(User).options(selectinload(User.posts))
    users = await session.scalars(with_posts.order_by(User.id))
    return [UserOut.model_validate(user) for user in users]


@app.get("/health")
async def health() -> None:
    await database.ping()
