# raises: InvalidRequestError
# database: none (the engine is refused before anything connects)
"""Make an async engine with a URL that names no async driver."""

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


# --8<-- [start:engine]
engine = create_async_engine("sqlite:///app.db")
# --8<-- [end:engine]
Session = async_sessionmaker(engine, expire_on_commit=False)


async def set_up() -> None:
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
        await connection.execute(User.__table__.insert(), {"name": "Ada"})


async def main() -> None:
    try:
        await set_up()
        async with Session() as session:
            print((await session.scalars(select(User))).one().name)
    finally:
        await engine.dispose()


asyncio.run(main())
