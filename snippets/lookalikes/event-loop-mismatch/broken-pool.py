# raises: RuntimeError
"""Wait for the same pool in two event loops."""

import asyncio

from sqlalchemy import String, select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))


# --8<-- [start:read]
# Two tasks that wait for one connection:
engine = create_async_engine(
    "sqlite+aiosqlite:///app.db", pool_size=1, max_overflow=0
)
# --8<-- [end:read]
Session = async_sessionmaker(engine, expire_on_commit=False)


async def set_up() -> None:
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    async with Session.begin() as session:
        session.add(User(name="Ada"))
    await engine.dispose()


# --8<-- [start:run]
async def read() -> list[str]:
    async with Session() as session:
        return list(await session.scalars(select(User.name)))


async def read_twice() -> None:
    print(await asyncio.gather(read(), read()))


def main() -> None:
    asyncio.run(set_up())
    asyncio.run(read_twice())
    asyncio.run(read_twice())
# --8<-- [end:run]


try:
    main()
finally:
    asyncio.run(engine.dispose())
