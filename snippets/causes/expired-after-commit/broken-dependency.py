"""Commit in the endpoint, and read the user that a dependency loaded."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated

from fastapi import Depends, FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import ForeignKey, String, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(30))
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))


engine = create_async_engine("sqlite+aiosqlite://")
Session = async_sessionmaker(engine)


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        async with Session.begin() as session:
            session.add(User(name="Ada"))
        yield
    finally:
        await engine.dispose()


app = FastAPI(lifespan=lifespan)


async def get_session() -> AsyncIterator[AsyncSession]:
    async with Session() as session:
        yield session


Database = Annotated[AsyncSession, Depends(get_session)]


# --8<-- [start:endpoint]
async def get_current_user(session: Database) -> User:
    return (await session.scalars(select(User))).one()


CurrentUser = Annotated[User, Depends(get_current_user)]


@app.post("/posts")
async def create(title: str, session: Database, user: CurrentUser):
    session.add(Post(title=title, user_id=user.id))
    await session.commit()
    return {"title": title, "author": user.name}
# --8<-- [end:endpoint]


with TestClient(app) as client:
    # --8<-- [start:request]
    response = client.post("/posts", params={"title": "Hello"})
    print(response.json())
    # --8<-- [end:request]
