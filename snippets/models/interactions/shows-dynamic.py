"""Touch a collection that is mapped as DynamicMapped."""

import asyncio
import warnings

from sqlalchemy import ForeignKey, event
from sqlalchemy.ext.asyncio import AsyncAttrs, AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase, DynamicMapped, Mapped
from sqlalchemy.orm import mapped_column, relationship

engine = create_async_engine("sqlite+aiosqlite://")
warnings.simplefilter("once")
# --8<-- [start:ways]
WAYS = {
    "read:": lambda s, u: list(u.posts),
    "append:": lambda s, u: u.posts.append(Post()),
    "awaitable_attrs:": lambda s, u: u.awaitable_attrs.posts,
    "refresh:": lambda s, u: s.refresh(u, ["posts"]),
    "run_sync:": lambda s, u: s.run_sync(lambda _: list(u.posts)),
    "before_flush:": lambda s, u: s.add(Post())
    or event.listen(s.sync_session, "before_flush", lambda *_: list(u.posts)),
    "delete:": lambda s, u: s.delete(u),
}
# --8<-- [end:ways]


class Base(AsyncAttrs, DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    # --8<-- [start:switch]
    posts: DynamicMapped["Post"] = relationship()
    # --8<-- [end:switch]


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int | None] = mapped_column(ForeignKey(User.id))


async def main() -> None:
    try:
        async with AsyncSession(engine) as setup, setup.begin():
            await (await setup.connection()).run_sync(Base.metadata.create_all)
            setup.add(User(id=1, posts=[Post()]))
        for way, touch in WAYS.items():
            try:
                async with AsyncSession(engine) as session, session.begin():
                    user = await session.get_one(User, 1)
                    done = touch(session, user)
                    done = await done if hasattr(done, "__await__") else done
                print(way, "empty" if done == [] else "ok")
            except Exception as error:
                lost = getattr(error, "code", None) == "xd2s"
                print(way, "MissingGreenlet" if lost else type(error).__name__)
    finally:
        await engine.dispose()


asyncio.run(main())
