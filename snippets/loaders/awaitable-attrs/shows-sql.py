"""Print what awaitable_attrs sends."""

import asyncio

from sqlalchemy import ForeignKey, String, event
from sqlalchemy.dialects import postgresql
from sqlalchemy.ext.asyncio import AsyncAttrs, AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(AsyncAttrs, DeclarativeBase):
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


def show(connection, statement, many, parameters, options) -> None:
    text = statement.params(parameters).compile(
        dialect=postgresql.dialect(), compile_kwargs={"literal_binds": True}
    )
    print("SELECT … FROM", " ".join(f"{text};".partition("FROM")[2].split()))


async def main() -> None:
    try:
        async with AsyncSession(engine) as setup, setup.begin():
            await (await setup.connection()).run_sync(Base.metadata.create_all)
            setup.add(User(name="Ada", posts=[Post(title="Hello")]))
        event.listen(engine.sync_engine, "before_execute", show)
        # --8<-- [start:read]
        async with AsyncSession(engine) as session:
            post = await session.get_one(Post, 1)
            print("--", (await post.awaitable_attrs.user).name)
            posts = await post.user.awaitable_attrs.posts
            print("--", [post.title for post in posts])
            print("--", [post.title for post in post.user.posts])
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
