# raises: isce
"""Run two queries of one session at the same time."""

import asyncio

from sqlalchemy import String, event, func, select
from sqlalchemy.exc import InvalidRequestError
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.pool import NullPool


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))


engine = create_async_engine("sqlite+aiosqlite:///app.db", poolclass=NullPool)
Session = async_sessionmaker(engine, expire_on_commit=False)


@event.listens_for(engine.sync_engine, "connect")
def far_away(connection, record) -> None:
    connection.run_async(lambda driver: asyncio.sleep(0.1))


async def set_up() -> None:
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    async with Session.begin() as session:
        session.add(User(name="Ada"))


async def main() -> None:
    try:
        await set_up()
        # --8<-- [start:read]
        async with Session() as session:
            try:
                names, total = await asyncio.gather(
                    session.scalars(select(User.name)),
                    session.scalar(select(func.count(User.id))),
                )
                print(list(names), total)
            except InvalidRequestError as error:
                print(error)
                raise
        # --8<-- [end:read]
    finally:
        await asyncio.sleep(0.3)  # the other query's connection is still made
        await engine.dispose()


asyncio.run(main())
