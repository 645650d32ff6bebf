"""Create it with its collection, and return it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated

from fastapi import Depends, FastAPI
from fastapi.testclient import TestClient
from pydantic import BaseModel
from sqlalchemy import ForeignKey, String, event
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


class UserIn(BaseModel):
    name: str


class PostOut(BaseModel):
    title: str


class UserOut(UserIn):
    id: int
    posts: list[PostOut]


engine = create_async_engine("sqlite+aiosqlite://")
Session = async_sessionmaker(engine, expire_on_commit=False)


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        yield
    finally:
        await engine.dispose()


app = FastAPI(lifespan=lifespan)


async def get_session() -> AsyncIterator[AsyncSession]:
    async with Session() as session:
        yield session


Database = Annotated[AsyncSession, Depends(get_session)]


# --8<-- [start:endpoint]
# an endpoint
@app.post("/users", response_model=UserOut, status_code=201)
async def create(body: UserIn, session: Database):
    user = User(**body.model_dump(), posts=[])
    session.add(user)
    await session.commit()
    return user
# --8<-- [end:endpoint]


with TestClient(app) as client:
    seen: list[str] = []
    event.listen(
        engine.sync_engine,
        "before_cursor_execute",
        lambda *args: seen.append(args[2]),
    )
    # --8<-- [start:request]
    print(client.post("/users", json={"name": "Ada"}).json())
    # --8<-- [end:request]
    print("statements:", len(seen))
