"""Count the rows of two collections: by JOIN, and by SELECT."""

import asyncio

from sqlalchemy import ForeignKey, String, event, select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, joinedload, mapped_column
from sqlalchemy.orm import relationship, selectinload


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))
    posts: Mapped[list["Post"]] = relationship()
    likes: Mapped[list["Like"]] = relationship()


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(30))
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))


class Like(Base):
    __tablename__ = "post_like"
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))


engine = create_async_engine("sqlite+aiosqlite://")
Session = async_sessionmaker(engine, expire_on_commit=False)


async def main() -> None:
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        async with Session.begin() as session:
            posts = [Post(title="Hello") for _ in range(20)]
            likes = [Like() for _ in range(30)]
            session.add(User(name="Ada", posts=posts, likes=likes))
        seen: list[tuple] = []
        hook = engine.sync_engine, "before_cursor_execute"
        event.listen(*hook, lambda *args: seen.append(args[2:4]))
        # --8<-- [start:read]
        for load in joinedload, selectinload:
            query = select(User).options(load(User.posts), load(User.likes))
            async with Session() as session:
                user = (await session.scalars(query)).unique().one()
                print(len(user.posts), "posts", len(user.likes), "likes")
                connection, rows = await session.connection(), 0
                for sql in seen.copy():
                    rows += len((await connection.exec_driver_sql(*sql)).all())
                print("rows:", rows)
            seen.clear()
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
