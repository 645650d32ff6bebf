"""Delete a user, and count what the flush sends and what is left."""

import asyncio

from sqlalchemy import ForeignKey, event, func, select
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

engine = create_async_engine("sqlite+aiosqlite://")
seen: list[str] = []


# --8<-- [start:mapping]
def mapped(**options: object) -> tuple[type, type]:
    class Base(DeclarativeBase):
        pass

    class Post(Base):
        __tablename__ = "post"
        id: Mapped[int] = mapped_column(primary_key=True)
        user_id: Mapped[int | None] = mapped_column(
            ForeignKey("user_account.id", ondelete="CASCADE")
        )

    class User(Base):
        __tablename__ = "user_account"
        id: Mapped[int] = mapped_column(primary_key=True)
        posts: Mapped[list[Post]] = relationship(lazy="raise_on_sql", **options)

    return User, Post
# --8<-- [end:mapping]


async def main() -> None:
    hook = engine.sync_engine, "before_cursor_execute"
    event.listen(*hook, lambda *args: seen.append(args[2].split()[0]))
    try:
        # --8<-- [start:read]
        delete = {"cascade": "save-update, merge, delete"}
        passive = {"passive_deletes": True}
        every = {"passive_deletes": "all"}
        for options in {}, delete, passive, delete | passive, every:
            user, post = mapped(**options)
            async with AsyncSession(engine) as session:
                connection = await session.connection()
                await connection.run_sync(user.metadata.drop_all)
                await connection.run_sync(user.metadata.create_all)
                session.add(user(id=1, posts=[post(id=1)]))
                await session.commit()
                ada = await session.get_one(user, 1)
                seen.clear()
                await session.delete(ada)
                seen.append("| flush:")
                await session.flush()
                print(options or "default", "| delete:", *seen)
                left = await session.scalar(select(func.count(post.id)))
                print("posts left:", left)
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
