"""Count the rows of two collections: by JOIN, and by SELECT."""

import asyncio

from sqlalchemy import ForeignKey, String, event, select
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
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


async def main() -> None:
    try:
        async with AsyncSession(engine) as setup, setup.begin():
            await (await setup.connection()).run_sync(Base.metadata.create_all)
            setup.add(User(id=1, name="Ada"))
            setup.add_all(Post(title="Hello", user_id=1) for _ in range(20))
            setup.add_all(Like(user_id=1) for _ in range(30))
        hook = engine.sync_engine, "before_cursor_execute"
        event.listen(*hook, lambda *args: seen.append(args[2:4]))
        # --8<-- [start:read]
        for load in joinedload, selectinload:
            seen: list[tuple] = []
            query = select(User).options(load(User.posts), load(User.likes))
            async with AsyncSession(engine) as session:
                (await session.scalars(query)).unique().one()
                run = (await session.connection()).exec_driver_sql
                rows = [len((await run(*sql)).all()) for sql in seen[:]]
            print(load.__name__, len(rows), "statements", sum(rows), "rows")
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
