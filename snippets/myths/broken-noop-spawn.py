"""Run a test as pytest-green-light does: after an empty greenlet_spawn."""

import asyncio

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship
from sqlalchemy.util.concurrency import greenlet_spawn


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))
    posts: Mapped[list["Post"]] = relationship(back_populates="user")


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(30))
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    user: Mapped[User] = relationship(back_populates="posts")


engine = create_async_engine("sqlite+aiosqlite://")
Session = async_sessionmaker(engine, expire_on_commit=False)


async def set_up() -> None:
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    async with Session.begin() as session:
        session.add(User(name="Ada", posts=[Post(title="Hello")]))


# --8<-- [start:test]
async def test_titles() -> None:
    async with Session() as session:
        user = (await session.scalars(select(User))).one()
        assert [post.title for post in user.posts] == ["Hello"]
# --8<-- [end:test]


async def main() -> None:
    try:
        await set_up()
        # --8<-- [start:run]
        await greenlet_spawn(lambda: None)
        print("spawned, and back again")
        await test_titles()
        # --8<-- [end:run]
    finally:
        await engine.dispose()


asyncio.run(main())
