"""Touch a deferred column with deferred_raiseload=True."""

import asyncio
import warnings

from sqlalchemy import String, event
from sqlalchemy.ext.asyncio import AsyncAttrs, AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.orm.attributes import set_attribute

engine = create_async_engine("sqlite+aiosqlite://")
warnings.simplefilter("once")
# --8<-- [start:ways]
WAYS = {
    "read:": lambda s, u: u.bio,
    "set:": lambda s, u: set_attribute(u, "bio", "Hi"),
    "awaitable_attrs:": lambda s, u: u.awaitable_attrs.bio,
    "refresh:": lambda s, u: s.refresh(u, ["bio"]),
    "run_sync:": lambda s, u: s.run_sync(lambda _: u.bio),
    "before_flush:": lambda s, u: s.add(User())
    or event.listen(s.sync_session, "before_flush", lambda *_: u.bio),
    "delete:": lambda s, u: s.delete(u),
}
# --8<-- [end:ways]


class Base(AsyncAttrs, DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    # --8<-- [start:switch]
    bio: Mapped[str | None] = mapped_column(
        String(30), deferred=True, deferred_raiseload=True
    )
    # --8<-- [end:switch]


async def main() -> None:
    try:
        async with AsyncSession(engine) as setup, setup.begin():
            await (await setup.connection()).run_sync(Base.metadata.create_all)
            setup.add(User(bio="Hello"))
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
