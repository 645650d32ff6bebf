"""List what a read would need SQL for, in spite of expire_on_commit=False."""

import asyncio
from datetime import datetime

from sqlalchemy import ForeignKey, String, func, inspect, select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))
    bio: Mapped[str] = mapped_column(String(30), default="", deferred=True)
    updated_at: Mapped[datetime | None] = mapped_column(onupdate=func.now())
    posts: Mapped[list["Post"]] = relationship()


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))


engine = create_async_engine("sqlite+aiosqlite://")
Session = async_sessionmaker(engine, expire_on_commit=False)


async def set_up() -> None:
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    async with Session.begin() as session:
        session.add(User(name="Ada"))


async def main() -> None:
    try:
        await set_up()
        async with Session() as session:
            # --8<-- [start:read]
            user = (await session.scalars(select(User))).one()
            user.name = "Grace"
            await session.commit()
            print("after the commit:", sorted(inspect(user).unloaded))
            user.name = "Eve"
            await session.rollback()
            print("after a rollback:", sorted(inspect(user).unloaded))
            # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
