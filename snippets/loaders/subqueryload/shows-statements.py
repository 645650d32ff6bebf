"""Count what a chain of two subqueryloads sends."""

import asyncio

from sqlalchemy import ForeignKey, event, select
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship
from sqlalchemy.orm import subqueryload


class Base(DeclarativeBase):
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
    __tablename__ = "comment"
    id: Mapped[int] = mapped_column(primary_key=True)
    post_id: Mapped[int] = mapped_column(ForeignKey("post.id"))


engine = create_async_engine("sqlite+aiosqlite://")


async def main() -> None:
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        async with AsyncSession(engine) as session, session.begin():
            session.add_all(User(id=n, posts=[Post()]) for n in range(1, 1202))
        seen: list[tuple] = []
        hook = engine.sync_engine, "before_cursor_execute"
        event.listen(*hook, lambda *args: seen.append(args[2:4]))
        # --8<-- [start:read]
        comments = subqueryload(User.posts).subqueryload(Post.comments)
        for size in (0, 1, 501, 1201):
            query = select(User).where(User.id <= size).options(comments)
            async with AsyncSession(engine) as session:
                users = (await session.scalars(query)).all()
                print(len(users), "users, statements:", len(seen))
            seen.clear()
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
