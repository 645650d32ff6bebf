# raises: bhk3
"""Let an exception handler read the object."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated

from fastapi import Depends, FastAPI, Request
from fastapi.responses import JSONResponse
from fastapi.testclient import TestClient
from sqlalchemy import ForeignKey, String, select
from sqlalchemy.exc import IntegrityError
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
    title: Mapped[str] = mapped_column(String(30), unique=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))


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


# --8<-- [start:dependency]
async def current_user(request: Request, session: Database) -> User:
    request.state.user = (await session.scalars(select(User))).one()
    return request.state.user
# --8<-- [end:dependency]


CurrentUser = Annotated[User, Depends(current_user)]


# --8<-- [start:handler]
# an exception handler
@app.exception_handler(IntegrityError)
async def taken(request: Request, error: IntegrityError) -> JSONResponse:
    detail = f"{request.state.user.name} has that post already"
    return JSONResponse({"detail": detail}, 409)
# --8<-- [end:handler]


# --8<-- [start:endpoint]
@app.post("/posts", status_code=201)
async def create(title: str, session: Database, user: CurrentUser):
    session.add(Post(title=title, user_id=user.id))
    await session.commit()
# --8<-- [end:endpoint]


with TestClient(app) as client:
    # --8<-- [start:request]
    response = client.post("/posts", params={"title": "Hello"})
    print(response.status_code, response.json())
    # --8<-- [end:request]
