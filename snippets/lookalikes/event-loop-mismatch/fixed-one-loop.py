"""Run everything in one event loop."""

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


# --8<-- [start:main]
async def main() -> None:
    try:
        await set_up()
        await read()
    finally:
        await engine.dispose()


asyncio.run(main())
# --8<-- [end:main]
print("statements:", len(seen))
