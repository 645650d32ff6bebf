"""Limit the parents, and filter the collection."""

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


engine = create_async_engine("sqlite+aiosqlite://")
Session = async_sessionmaker(engine, expire_on_commit=False)


async def main() -> None:
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        async with Session.begin() as session:
            for name in "Ada", "Bob":
                posts = [Post(title="Hello"), Post(title="Salut")]
                session.add(User(name=name, posts=posts))
        seen: list[tuple] = []
        hook = engine.sync_engine, "before_cursor_execute"
        event.listen(*hook, lambda *args: seen.append(args[2:4]))
        # --8<-- [start:read]
        every, hello = User.posts, User.posts.and_(Post.title == "Hello")
        users = select(User).order_by(User.id).limit(1)
        async with Session() as session:
            for posts, again in (hello, False), (every, False), (every, True):
                query = users.options(selectinload(posts))
                query = query.execution_options(populate_existing=again)
                user = (await session.scalars(query)).one()
                print(user.name, [post.title for post in user.posts])
        print("statements:", len(seen))
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
