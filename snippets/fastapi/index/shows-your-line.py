"""Validate in the endpoint, and the traceback has your line."""

import asyncio
import traceback
from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import Depends, FastAPI
from httpx import ASGITransport, AsyncClient
from pydantic import BaseModel, ConfigDict
from sqlalchemy import ForeignKey, String, select
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
    title: Mapped[str] = mapped_column(String(30))
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))


class PostOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)
    title: str


class UserOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)
    name: str
    posts: list[PostOut]


engine = create_async_engine("sqlite+aiosqlite://")
Session = async_sessionmaker(engine, expire_on_commit=False)
app = FastAPI()


async def get_session() -> AsyncIterator[AsyncSession]:
    async with Session() as session:
        yield session


Database = Annotated[AsyncSession, Depends(get_session)]


# --8<-- [start:read]
@app.get("/fastapi-validates", response_model=UserOut)
async def leave_it_to_fastapi(session: Database) -> User:
    return (await session.scalars(select(User))).one()


@app.get("/endpoint-validates")
async def validate_here(session: Database) -> UserOut:
    user = (await session.scalars(select(User))).one()
    return UserOut.model_validate(user)
# --8<-- [end:read]


async def ask(client: AsyncClient, path: str) -> None:
    try:
        await client.get(path)
    except Exception as error:
        frames = traceback.extract_tb(error.__traceback__)
        mine = [frame.line for frame in frames if frame.filename == __file__]
        print(path, type(error).__name__)
        print("  your last line:", mine[-1])


async def main() -> None:
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        async with Session.begin() as session:
            session.add(User(name="Ada", posts=[Post(title="Hello")]))
        transport = ASGITransport(app)
        async with AsyncClient(
            transport=transport, base_url="http://app"
        ) as client:
            await ask(client, "/fastapi-validates")
            await ask(client, "/endpoint-validates")
    finally:
        await engine.dispose()


asyncio.run(main())
