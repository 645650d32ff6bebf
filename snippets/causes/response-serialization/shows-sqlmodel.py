"""Return a SQLModel object after the commit: as its table, and as a model."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated

from fastapi import Depends, FastAPI
from fastapi.testclient import TestClient
from sqlalchemy.ext.asyncio import create_async_engine
from sqlmodel import Field, SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession


class User(SQLModel, table=True):
    __tablename__ = "user_account"
    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(max_length=30)


class UserPublic(SQLModel):
    id: int
    name: str


engine = create_async_engine("sqlite+aiosqlite://")


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    try:
        async with engine.begin() as connection:
            await connection.run_sync(SQLModel.metadata.create_all)
        yield
    finally:
        await engine.dispose()


app = FastAPI(lifespan=lifespan)


async def get_session() -> AsyncIterator[AsyncSession]:
    async with AsyncSession(engine) as session:
        yield session


Database = Annotated[AsyncSession, Depends(get_session)]


# --8<-- [start:endpoint]
@app.post("/table", response_model=User)
async def create(name: str, session: Database):
    user = User(name=name)
    session.add(user)
    await session.commit()
    return user


@app.post("/public", response_model=UserPublic)
async def create_public(name: str, session: Database):
    return await create(name, session)
# --8<-- [end:endpoint]


with TestClient(app, raise_server_exceptions=False) as client:
    # --8<-- [start:request]
    for path in ("/table", "/public"):
        response = client.post(path, params={"name": "Ada"})
        print(response.status_code, response.text)
    # --8<-- [end:request]
