"""Enter the test client: one event loop for all its requests."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import String, event, select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))


engine = create_async_engine("sqlite+aiosqlite:///app.db", pool_pre_ping=True)
Session = async_sessionmaker(engine, expire_on_commit=False)


async def set_up() -> None:
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    async with Session.begin() as session:
        session.add(User(name="Ada"))
    await engine.dispose()


# --8<-- [start:read]
@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    yield
    await engine.dispose()


app = FastAPI(lifespan=lifespan)
# --8<-- [end:read]


@app.get("/users")
async def users() -> list[str]:
    async with Session() as session:
        return list(await session.scalars(select(User.name)))


asyncio.run(set_up())
seen: list[str] = []
event.listen(
    engine.sync_engine,
    "before_cursor_execute",
    lambda *args: seen.append(args[2]),
)
# --8<-- [start:request]
with TestClient(app) as client:
    print(client.get("/users").json())
    print(client.get("/users").json())
# --8<-- [end:request]
print("statements:", len(seen))
