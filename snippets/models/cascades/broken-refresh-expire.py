"""Refresh a user whose cascade="all" expires the posts as well."""

import asyncio

from sqlalchemy import ForeignKey, String
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    # --8<-- [start:mapping]
    posts: Mapped[list["Post"]] = relationship(cascade="all")
    # --8<-- [end:mapping]


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(30))
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))


engine = create_async_engine("sqlite+aiosqlite://")


async def set_up() -> None:
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    async with AsyncSession(engine) as session, session.begin():
        session.add(User(id=1, posts=[Post(title="Hello")]))


async def main() -> None:
    try:
        await set_up()
        async with AsyncSession(engine) as session:
            # --8<-- [start:read]
            user = await session.get_one(User, 1)
            await session.refresh(user, ["posts"])
            post = user.posts[0]
            await session.refresh(user)
            print(post.title)
            # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
