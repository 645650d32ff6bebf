# raises: ValueError or ImportError
# cells: without-greenlet
# also: 2.0-without-greenlet, 2.1-without-greenlet
"""Use async SQLAlchemy where the greenlet package may be missing."""

import asyncio

from sqlalchemy import String, select
# --8<-- [start:import]
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
# --8<-- [end:import]
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))


engine = create_async_engine("sqlite+aiosqlite://")
Session = async_sessionmaker(engine, expire_on_commit=False)


async def main() -> None:
    try:
        # --8<-- [start:read]
        print(type(engine).__name__)
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        async with Session.begin() as session:
            session.add(User(name="Ada"))
        async with Session() as session:
            print((await session.scalars(select(User))).one().name)
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
