# raises: isce
"""Await an attribute of several objects at the same time."""

import asyncio

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.ext.asyncio import AsyncAttrs, async_sessionmaker
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship
from sqlalchemy.pool import NullPool


class Base(AsyncAttrs, DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))
    posts: Mapped[list["Post"]] = relationship()


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))


engine = create_async_engine("sqlite+aiosqlite:///app.db", poolclass=NullPool)
Session = async_sessionmaker(engine, expire_on_commit=False)


async def set_up() -> None:
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    async with Session.begin() as session:
        session.add_all([User(name=n, posts=[Post()]) for n in ("Ada", "Bob")])


async def main() -> None:
    try:
        await set_up()
        async with Session() as session:
            # --8<-- [start:read]
            # An attribute of several objects:
            users = list(await session.scalars(select(User)))
            await session.commit()
            try:
                async with asyncio.TaskGroup() as tasks:
                    for user in users:
                        tasks.create_task(user.awaitable_attrs.posts)
            except ExceptionGroup as group:
                print(group)
                raise group.exceptions[0] from None
            print([len(user.posts) for user in users])
            # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
