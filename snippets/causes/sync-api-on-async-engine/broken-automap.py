"""Reflect the classes through engine.sync_engine."""

import asyncio

from sqlalchemy import String, select
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.ext.automap import automap_base
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))


engine = create_async_engine("sqlite+aiosqlite:///app.db")


async def set_up() -> None:
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
        await connection.execute(User.__table__.insert(), {"name": "Ada"})
    await engine.dispose()


async def main() -> None:
    try:
        await set_up()
        # --8<-- [start:read]
        reflected = automap_base()
        reflected.prepare(autoload_with=engine.sync_engine)
        account = reflected.classes.user_account
        # --8<-- [end:read]
        async with engine.connect() as connection:
            print(await connection.scalar(select(account.name)))
    finally:
        await engine.dispose()


asyncio.run(main())
