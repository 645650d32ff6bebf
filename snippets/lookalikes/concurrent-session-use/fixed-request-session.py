"""Serve every request with a session of its own."""

import asyncio
from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import Depends, FastAPI
from httpx import ASGITransport, AsyncClient
from sqlalchemy import String, event, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker
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
# In FastAPI, one session per request:
async def get_session() -> AsyncIterator[AsyncSession]:
    async with Session() as session:
        yield session


@app.get("/users")
async def users(
    session: Annotated[AsyncSession, Depends(get_session)],
) -> list[str]:
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
        seen: list[str] = []
        event.listen(
            engine.sync_engine,
            "before_cursor_execute",
            lambda *args: seen.append(args[2]),
        )
        async with AsyncClient(
            transport=ASGITransport(app), base_url="http://app"
        ) as client:
            # --8<-- [start:request]
            for response in await asyncio.gather(
                client.get("/users"), client.get("/users")
            ):
                print(response.json())
            # --8<-- [end:request]
        print("statements:", len(seen))
    finally:
        await engine.dispose()


asyncio.run(main())
