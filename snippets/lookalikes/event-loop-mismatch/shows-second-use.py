# cells: asyncpg
"""Use a connection of another loop twice, while that loop lives on."""

import asyncio
import logging
import sys
import warnings

from sqlalchemy import String, select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))


engine = create_async_engine("sqlite+aiosqlite:///app.db")
Session = async_sessionmaker(engine, expire_on_commit=False)
logging.disable()
warnings.simplefilter("ignore")
sys.unraisablehook = lambda unraisable: None


async def set_up() -> None:
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    async with Session.begin() as session:
        session.add(User(name="Ada"))


async def read() -> None:
    async with Session() as session:
        print(list(await session.scalars(select(User.name))))


told: list[str] = []


def root(error: BaseException) -> str:
    return root(error.__cause__) if error.__cause__ else str(error)


# --8<-- [start:read]
with asyncio.Runner() as fixtures, asyncio.Runner() as tests:
    fixtures.run(set_up())
    for _ in range(2):
        try:
            tests.run(read())
        except Exception as error:
            told.append(root(error).rpartition("> ")[2])
    # --8<-- [end:read]
    tests.run(engine.dispose(close=False))
for line in told:
    print(line)
raise SystemExit(len(told) < 2)
