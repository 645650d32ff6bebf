"""Use a connection, then a transaction, that nothing started."""

import asyncio

from sqlalchemy import String, select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.ext.asyncio.exc import AsyncContextNotStarted
from sqlalchemy.orm import (
    DeclarativeBase,
    Mapped,
    mapped_column,
)


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))


engine = create_async_engine("sqlite+aiosqlite://")
Session = async_sessionmaker(engine, expire_on_commit=False)


# --8<-- [start:read]
async def connect() -> None:
    connection = engine.connect()
    print(await connection.scalar(select(User.name)))


async def begin() -> None:
    async with Session() as session:
        transaction = session.begin()
        session.add(User(name="Ada"))
        await transaction.commit()
# --8<-- [end:read]


async def main() -> None:
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        for slip in (connect, begin):
            try:
                await slip()
            except AsyncContextNotStarted as error:
                print(error)
    finally:
        await engine.dispose()


asyncio.run(main())
