"""Empty the pool before its event loop ends."""

import asyncio

from sqlalchemy import String, event, select
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
seen: list[str] = []


async def set_up() -> None:
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        async with Session.begin() as session:
            session.add(User(name="Ada"))
        event.listen(
            engine.sync_engine,
            "before_cursor_execute",
            lambda *args: seen.append(args[2]),
        )
    finally:
        await engine.dispose()


# --8<-- [start:read]
async def read() -> None:
    try:
        async with Session() as session:
            print(list(await session.scalars(select(User.name))))
    finally:
        await engine.dispose()
# --8<-- [end:read]


asyncio.run(set_up())
asyncio.run(read())
print("statements:", len(seen))
print("connections left:", engine.pool.checkedin())
