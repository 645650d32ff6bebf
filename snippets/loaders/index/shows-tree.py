"""Load a post with replies, five levels deep."""

import asyncio

from sqlalchemy import ForeignKey, event, inspect, select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, defaultload, immediateload
from sqlalchemy.orm import mapped_column, relationship, selectinload


class Base(DeclarativeBase):
    pass


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("post.id"))
    replies: Mapped[list["Post"]] = relationship(lazy="selectin", join_depth=2)


engine = create_async_engine("sqlite+aiosqlite://")
Session = async_sessionmaker(engine, expire_on_commit=False)


async def main() -> None:
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        async with Session.begin() as session:
            post = Post(id=6)
            for n in (5, 4, 3, 2, 1):
                post = Post(id=n, replies=[post, Post(id=10 + n)])
            session.add(post)
        seen: list[tuple] = []
        hook = engine.sync_engine, "before_cursor_execute"
        event.listen(*hook, lambda *args: seen.append(args[2:4]))
        # --8<-- [start:read]
        for name, load in {
            "join_depth=2": defaultload(Post.replies),
            "selectinload, 2": selectinload(Post.replies, recursion_depth=2),
            "selectinload, -1": selectinload(Post.replies, recursion_depth=-1),
            "immediateload, -1": immediateload(
                Post.replies, recursion_depth=-1
            ),
        }.items():
            seen.clear()
            async with Session() as session:
                query = select(Post).where(Post.id == 1).options(load)
                post, depth = (await session.scalars(query)).one(), 0
                while replies := inspect(post).dict.get("replies"):
                    post, depth = replies[0], depth + 1
            print(name, depth, "levels, statements:", len(seen))
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
