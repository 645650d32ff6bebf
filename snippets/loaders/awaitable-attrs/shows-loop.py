"""Count statements: ten users, their 30 posts, their comments."""

import asyncio

from sqlalchemy import ForeignKey, event, select
from sqlalchemy.ext.asyncio import AsyncAttrs, AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship
from sqlalchemy.orm import selectinload


class Base(AsyncAttrs, DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    posts: Mapped[list["Post"]] = relationship()


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    comments: Mapped[list["Comment"]] = relationship()


class Comment(Base):
    __tablename__ = "post_comment"
    id: Mapped[int] = mapped_column(primary_key=True)
    post_id: Mapped[int] = mapped_column(ForeignKey("post.id"))


engine = create_async_engine("sqlite+aiosqlite://")


async def main() -> None:
    try:
        async with AsyncSession(engine) as setup, setup.begin():
            await (await setup.connection()).run_sync(Base.metadata.create_all)
            for _ in range(10):
                setup.add(User(posts=[Post(), Post(), Post()]))
        hook = engine.sync_engine, "before_cursor_execute"
        event.listen(*hook, lambda *args: seen.append(args[2]))
        # --8<-- [start:read]
        for options in [], [selectinload(User.posts)]:
            seen: list[str] = []
            async with AsyncSession(engine) as session:
                users = await session.scalars(select(User).options(*options))
                posts: list[Post] = []
                for user in users:
                    posts += await user.awaitable_attrs.posts
                print(len(posts), "posts, statements:", len(seen))
                for post in posts:
                    await post.awaitable_attrs.comments
                print("and their comments, statements:", len(seen))
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
