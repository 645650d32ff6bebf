"""Load an expired attribute in the events that plain lines fire."""

import asyncio
import warnings

from sqlalchemy import ForeignKey, event
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, Session
from sqlalchemy.orm import mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    likes: Mapped[int] = mapped_column(default=0)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("post.id"))
    replies: Mapped[list["Post"]] = relationship()


# --8<-- [start:read]
EVENTS = {
    Post.likes: "set",
    Post.replies: "append remove bulk_replace",
    Post: "init",
    Session: "after_attach transient_to_pending persistent_to_detached",
}
# --8<-- [end:read]


def read(name: str, old: Post) -> None:
    try:
        print(f"{name:24}loads {old.likes}")
    except Exception as error:
        print(f"{name:24}fails: {getattr(error, 'code', error)}")


async def main() -> None:
    warnings.filterwarnings("ignore", "coroutine 'Connection.cursor'")
    engine = create_async_engine("sqlite+aiosqlite://")
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        async with AsyncSession(engine, autoflush=False) as session:
            session.add(old := Post())
            await session.commit()
            for target, names in EVENTS.items():
                for name in names.split():
                    listen = event.listens_for(target, name, once=True)
                    listen(lambda *args, name=name: read(name, old))
            session.add(post := Post(likes=1, replies=[Post()]))
            post.replies.pop()
            await session.flush()
            session.expunge(post)
    finally:
        await engine.dispose()


asyncio.run(main())
