"""Keep no connections at all."""

import asyncio

from sqlalchemy import String, event, select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.pool import NullPool


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))


# --8<-- [start:read]
engine = create_async_engine("sqlite+aiosqlite:///app.db", poolclass=NullPool)
# --8<-- [end:read]
Session = async_sessionmaker(engine, expire_on_commit=False)
seen: list[str] = []


async def set_up() -> None:
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    async with Session.begin() as session:
        session.add(User(name="Ada"))
    event.listen(
        engine.sync_engine,
        "before_cursor_execute",
        lambda *args: seen.append(args[2]),
    )


async def read() -> None:
    async with Session() as session:
        print(list(await session.scalars(select(User.name))))


asyncio.run(set_up())
asyncio.run(read())
asyncio.run(engine.dispose())
print("statements:", len(seen))
