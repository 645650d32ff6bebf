"""Count what a chain of two selectinloads sends."""

import asyncio

from sqlalchemy import ForeignKey, String, event, select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship
from sqlalchemy.orm import selectinload


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))
    posts: Mapped[list["Post"]] = relationship()


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(30))
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    comments: Mapped[list["Comment"]] = relationship()


class Comment(Base):
    __tablename__ = "comment"
    id: Mapped[int] = mapped_column(primary_key=True)
    post_id: Mapped[int] = mapped_column(ForeignKey("post.id"))


engine = create_async_engine("sqlite+aiosqlite://")
Session = async_sessionmaker(engine, expire_on_commit=False)


async def main() -> None:
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        async with Session.begin() as session:
            pairs = ([Post(title="Hi"), Post(title="Yo")] for _ in range(1201))
            session.add_all(User(name="Ada", posts=pair) for pair in pairs)
        seen: list[tuple] = []
        hook = engine.sync_engine, "before_cursor_execute"
        event.listen(*hook, lambda *args: seen.append(args[2:4]))
        # --8<-- [start:read]
        comments = selectinload(User.posts).selectinload(Post.comments)
        async with Session() as session:
            users = await session.scalars(select(User).options(comments))
            posts = [post for user in users for post in user.posts]
            print(len(posts), "posts, comments of one:", posts[0].comments)
            print("statements:", len(seen))
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
