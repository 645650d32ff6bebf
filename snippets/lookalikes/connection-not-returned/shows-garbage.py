"""Forget a session, and let the garbage collector find its connection."""

import asyncio
import gc
import logging
import warnings

from sqlalchemy import String, select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.exc import SAWarning


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))


engine = create_async_engine("sqlite+aiosqlite:///app.db")
Session = async_sessionmaker(engine, expire_on_commit=False)


class Printed(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        print(record.levelname, record.getMessage().partition(" <")[0])


logging.getLogger("sqlalchemy.pool").addHandler(Printed())


async def main() -> None:
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        async with Session.begin() as session:
            session.add(User(name="Ada"))

        # --8<-- [start:read]
        async def forget() -> None:
            session = Session()
            print(list(await session.scalars(select(User.name))))

        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            await forget()
            gc.collect()
            await asyncio.sleep(0.2)
        for each in caught:
            if each.category is SAWarning:
                print("SAWarning", str(each.message).partition(" <")[0])
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
