"""List and edit posts in sqladmin; their users' __str__ reads more."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqladmin import Admin, ModelView
from sqlalchemy import ForeignKey, String
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


# --8<-- [start:models]
class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))
    posts: Mapped[list["Post"]] = relationship(back_populates="user")

    def __str__(self) -> str:
        return f"{self.name}, {len(self.posts)} posts"


# --8<-- [end:models]
class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(30))
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    user: Mapped[User] = relationship(back_populates="posts")


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


# --8<-- [start:read]
class PostAdmin(ModelView, model=Post):
    column_list = ["title", "user"]


Admin(app, engine).add_view(PostAdmin)

with TestClient(app) as client:
    for page in ("list", "edit/1"):
        try:
            client.get(f"/admin/post/{page}")
        except SQLAlchemyError as error:
            print(page, "fails with the code", error.code)
# --8<-- [end:read]
