"""Hand over plain data, filled while the session is at hand."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated

from fastapi import BackgroundTasks, Depends, FastAPI
from fastapi.testclient import TestClient
from pydantic import BaseModel, ConfigDict
from sqlalchemy import ForeignKey, String, event, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship
from sqlalchemy.orm import selectinload


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


# --8<-- [start:schema]
class PostData(BaseModel):
    model_config = ConfigDict(from_attributes=True)
    title: str


class UserData(BaseModel):
    model_config = ConfigDict(from_attributes=True)
    posts: list[PostData]
# --8<-- [end:schema]


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


Database = Annotated[AsyncSession, Depends(get_session)]


# --8<-- [start:endpoint]
async def notify(user: UserData) -> None:
    print("about", [post.title for post in user.posts])


@app.post("/notify")
async def start(session: Database, tasks: BackgroundTasks) -> str:
    query = select(User).options(selectinload(User.posts))
    user = (await session.scalars(query)).one()
    tasks.add_task(notify, UserData.model_validate(user))
    return user.name
# --8<-- [end:endpoint]


with TestClient(app) as client:
    seen: list[str] = []
    event.listen(
        engine.sync_engine,
        "before_cursor_execute",
        lambda *args: seen.append(args[2]),
    )
    # --8<-- [start:request]
    print(client.post("/notify").json())
    # --8<-- [end:request]
    print("statements:", len(seen))
