# also: 2.0-fastapi-0.105, 2.0-fastapi-0.117
"""Ask which error a background task meets, and when."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated

import fastapi
from fastapi import BackgroundTasks, Depends, FastAPI
from sqlalchemy import ForeignKey, String, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


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


async def get_session() -> AsyncIterator[AsyncSession]:
    async with Session() as session:
        yield session
    print("FastAPI", fastapi.__version__, "session ended")


Database = Annotated[AsyncSession, Depends(get_session)]


# --8<-- [start:task]
async def notify(user: User) -> None:
    try:
        print("about", [post.title for post in user.posts])
    except SQLAlchemyError as error:
        print("FastAPI", fastapi.__version__, "task:", error.code)
# --8<-- [end:task]


@app.post("/notify")
async def start(session: Database, tasks: BackgroundTasks) -> str:
    user = (await session.scalars(select(User))).one()
    tasks.add_task(notify, user)
    return user.name


async def receive() -> dict:
    return {"type": "http.request"}


async def send(message: dict) -> None:
    if message["type"] == "http.response.start":
        print("FastAPI", fastapi.__version__, "client:", message["status"])


async def main() -> None:
    # What a server does, without one: it runs on old releases too.
    scope = {"type": "http", "method": "POST", "path": "/notify"}
    scope |= {"headers": [], "query_string": b""}
    async with app.router.lifespan_context(app):
        await app(scope, receive, send)


asyncio.run(main())
