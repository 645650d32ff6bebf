"""Store what the schema forbids."""

import asyncio

from sqlalchemy import ForeignKey, String, exc
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))


engine = create_async_engine("sqlite+aiosqlite:///app.db")
Session = async_sessionmaker(engine, expire_on_commit=False)


async def main() -> None:
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        # --8<-- [start:read]
        for row in Post(user_id=99), User(name="x" * 31):
            try:
                async with Session.begin() as session:
                    session.add(row)
                print(type(row).__name__, "stored")
            except exc.DBAPIError:
                print(type(row).__name__, "refused")
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
