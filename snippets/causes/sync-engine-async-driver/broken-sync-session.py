# cells: not psycopg
"""Use a sync session on such an engine, inside a coroutine."""

import asyncio
import traceback

from sqlalchemy import String, create_engine, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped
from sqlalchemy.orm import mapped_column, sessionmaker


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


# --8<-- [start:engine]
engine = create_engine(URL)
SessionLocal = sessionmaker(engine)


# --8<-- [end:engine]
async def main() -> None:
    try:
        await set_up()
        # --8<-- [start:read]
        try:
            with SessionLocal() as session:
                print(session.scalars(select(User)).one().name)
        except SQLAlchemyError as error:
            frames = traceback.extract_tb(error.__traceback__)
            files = [frame.filename.replace("\\", "/") for frame in frames]
            for name in ("orm/attributes.py", "pool/base.py"):
                print(name, any(file.endswith(name) for file in files))
            raise
        # --8<-- [end:read]
    finally:
        engine.dispose()


asyncio.run(main())
