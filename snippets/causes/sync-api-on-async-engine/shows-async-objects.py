"""Hand the async engine and session to sync code, and print the errors."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import MetaData, String, inspect
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped
from sqlalchemy.orm import mapped_column, sessionmaker


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))


engine = create_async_engine("sqlite+aiosqlite:///app.db")


@contextmanager
def shown() -> Iterator[None]:
    try:
        yield
    except Exception as error:
        print(f"{type(error).__name__}: {error.args[0]}")


async def main() -> None:
    try:
        async with engine.connect() as connection, AsyncSession() as session:
            # --8<-- [start:read]
            with shown():
                Base.metadata.create_all(engine)
            with shown():
                Base.metadata.create_all(connection)
            with shown():
                inspect(engine)
            with shown():
                MetaData().reflect(engine)
            with shown():
                session.query(User)
            with shown():
                engine.run_sync(Base.metadata.create_all)
            with shown(), engine.connect():
                pass
            with shown():
                async with sessionmaker(engine)():
                    pass
            # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
