"""See what reaches the second level."""

import asyncio

from sqlalchemy import ForeignKey, String, event, inspect, select
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, immediateload, mapped_column
from sqlalchemy.orm import relationship


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


async def main() -> None:
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        async with AsyncSession(engine) as session, session.begin():
            session.add(User(name="Ada", posts=[Post(title="Hello")]))
        seen: list[tuple] = []
        hook = engine.sync_engine, "before_cursor_execute"
        event.listen(*hook, lambda *args: seen.append(args[2:4]))
        # --8<-- [start:read]
        for option in (
            immediateload(Post.user),
            immediateload(Post.user).immediateload(User.posts),
            immediateload(Post.user).selectinload(User.posts),
        ):
            async with AsyncSession(engine) as session:
                query = select(Post).options(option)
                post = (await session.scalars(query)).one()
                print("posts" in inspect(post.user).dict, len(seen), "sent")
            seen.clear()
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
