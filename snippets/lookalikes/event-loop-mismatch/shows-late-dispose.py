# cells: asyncpg or mysql
"""Empty the pool in the next event loop: too late."""

import asyncio
import logging
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
logged: list[str] = []
warnings.simplefilter("ignore", ResourceWarning)


class Kept(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        told = record.getMessage().partition(" <")[0]
        logged.append(f"{told}: {record.exc_info[1]}")


logging.getLogger("sqlalchemy.pool").addHandler(Kept())


async def set_up() -> None:
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    async with Session.begin() as session:
        session.add(User(name="Ada"))


# --8<-- [start:read]
# Too late:
async def read() -> None:
    await engine.dispose()
    async with Session() as session:
        print(list(await session.scalars(select(User.name))))
    # --8<-- [end:read]
    await engine.dispose()


asyncio.run(set_up())
asyncio.run(read())
for line in logged:
    print(line)
raise SystemExit(not logged)
