"""Follow the parents of a post, in a thread of five."""

import asyncio

from sqlalchemy import ForeignKey, String, event, inspect, select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, immediateload, mapped_column
from sqlalchemy.orm import relationship, selectinload


class Base(DeclarativeBase):
    pass


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(30))
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("post.id"))
    parent: Mapped["Post | None"] = relationship(remote_side=id)


engine = create_async_engine("sqlite+aiosqlite://")
Session = async_sessionmaker(engine, expire_on_commit=False)


async def main() -> None:
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        async with Session.begin() as session:
            post = None
            for title in "12345":
                post = Post(title=title, parent=post)
                session.add(post)
        seen: list[tuple] = []
        hook = engine.sync_engine, "before_cursor_execute"
        event.listen(*hook, lambda *args: seen.append(args[2:4]))
        # --8<-- [start:read]
        thread = select(Post).order_by(Post.id)
        last = thread.where(Post.title == "5")
        for query, depth in (last, 2), (last, -1), (thread, -1):
            for load in immediateload, selectinload:
                seen.clear()
                option = load(Post.parent, recursion_depth=depth)
                async with Session() as session:
                    posts = (await session.scalars(query.options(option))).all()
                    titles, post = "", posts[-1]
                    while post := inspect(post).dict.get("parent"):
                        titles += post.title
                line = f"{len(posts)} read, {load.__name__} {depth}: parents"
                print(line, titles, "statements:", len(seen))
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
