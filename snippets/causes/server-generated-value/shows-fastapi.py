"""Create a user, rename it, and read it: the rename answers 500."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Annotated

from fastapi import Depends, FastAPI
from fastapi.testclient import TestClient
from pydantic import BaseModel, ConfigDict
from sqlalchemy import DateTime, String, func
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))
    updated_at: Mapped[datetime] = mapped_column(
        DateTime(timezone=True), server_default=func.now(), onupdate=func.now()
    )


class UserOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)
    name: str
    updated_at: datetime


engine = create_async_engine("sqlite+aiosqlite:///app.db")
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


# --8<-- [start:endpoints]
@app.post("/users", response_model=UserOut)
async def create(name: str, session: Database):
    user = User(name=name)
    session.add(user)
    await session.commit()
    return user


@app.put("/users/{user_id}", response_model=UserOut)
async def rename(user_id: int, name: str, session: Database):
    user = await session.get_one(User, user_id)
    user.name = name
    await session.commit()
    return user
# --8<-- [end:endpoints]


@app.get("/users/{user_id}", response_model=UserOut)
async def show(user_id: int, session: Database):
    return await session.get_one(User, user_id)


with TestClient(app, raise_server_exceptions=False) as client:
    # --8<-- [start:requests]
    response = client.post("/users", params={"name": "Ada"})
    print("POST", response.status_code, response.json()["name"])
    response = client.put("/users/1", params={"name": "Grace"})
    print("PUT", response.status_code)
    response = client.get("/users/1")
    print("GET", response.status_code, response.json()["name"])
    # --8<-- [end:requests]
