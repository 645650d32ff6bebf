# raises: isce
"""Serve every request with one session."""

import asyncio

from fastapi import FastAPI
from httpx import ASGITransport, AsyncClient
from sqlalchemy import String, select
from sqlalchemy.ext.asyncio import async_sessionmaker
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.pool import NullPool


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))


engine = create_async_engine("sqlite+aiosqlite:///app.db", poolclass=NullPool)
Session = async_sessionmaker(engine, expire_on_commit=False)
app = FastAPI()


# --8<-- [start:endpoint]
# One session for all requests:
session = Session()


@app.get("/users")
async def users() -> list[str]:
    return list(await session.scalars(select(User.name)))
# --8<-- [end:endpoint]


async def set_up() -> None:
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    async with Session.begin() as session:
        session.add(User(name="Ada"))


async def main() -> None:
    try:
        await set_up()
        async with AsyncClient(
            transport=ASGITransport(app), base_url="http://app"
        ) as client:
            # --8<-- [start:request]
            for response in await asyncio.gather(
                client.get("/users"), client.get("/users")
            ):
                print(response.json())
            # --8<-- [end:request]
    finally:
        await engine.dispose()


asyncio.run(main())
