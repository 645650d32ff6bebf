# cells: asyncpg or mysql
"""What the drivers say in the second event loop."""

import asyncio
import logging
import re
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

# The connection that nobody can close any more is noisy later: not shown here.
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


# --8<-- [start:main]
def main() -> None:
    asyncio.run(set_up())
    asyncio.run(read())
# --8<-- [end:main]


try:
    main()
except RuntimeError as error:
    shortened = re.sub(r"<(\w+) .+?> (?=got|attached)", r"<\1 …> ", str(error))
    print(f"RuntimeError: {shortened}")
else:
    raise SystemExit(1)
finally:
    asyncio.run(engine.dispose())
