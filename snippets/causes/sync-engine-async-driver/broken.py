# cells: not psycopg
"""Read through a sync engine whose driver is async."""

import asyncio

from sqlalchemy import String, create_engine, select
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))


URL = "sqlite+aiosqlite:///app.db"


async def set_up() -> None:
    engine = create_async_engine(URL)
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
            await connection.execute(User.__table__.insert(), {"name": "Ada"})
    finally:
        await engine.dispose()


def main() -> None:
    # --8<-- [start:read]
    engine = create_engine(URL)
    print(type(engine).__name__)
    try:
        with engine.connect() as connection:
            print(connection.scalar(select(User.name)))
    finally:
        engine.dispose()
    # --8<-- [end:read]


asyncio.run(set_up())
main()
