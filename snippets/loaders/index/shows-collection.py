"""Count statements and rows of each loader: 10 users, 30 posts."""

import asyncio

from sqlalchemy import ForeignKey, String, event, select
from sqlalchemy.ext.asyncio import AsyncAttrs, async_sessionmaker
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, contains_eager
from sqlalchemy.orm import immediateload, joinedload, mapped_column
from sqlalchemy.orm import relationship, selectinload, subqueryload


class Base(AsyncAttrs, DeclarativeBase):
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
            for _ in range(10):
                posts = [Post(title="Hello") for _ in range(3)]
                session.add(User(name="Ada", posts=posts))
        seen: list[tuple] = []
        hook = engine.sync_engine, "before_cursor_execute"
        event.listen(*hook, lambda *args: seen.append(args[2:4]))
        # --8<-- [start:read]
        for name, query in {
            "awaitable_attrs": select(User),
            "immediateload": select(User).options(immediateload(User.posts)),
            "subqueryload": select(User).options(subqueryload(User.posts)),
            "selectinload": select(User).options(selectinload(User.posts)),
            "joinedload": select(User).options(joinedload(User.posts)),
            "contains_eager": select(User)
            .join(User.posts)
            .options(contains_eager(User.posts)),
        }.items():
            async with Session() as session:
                users = (await session.scalars(query)).unique().all()
                posts = [p for u in users for p in await u.awaitable_attrs.posts]
            print(name, len(users), len(posts), len(seen))
            seen.clear()
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
