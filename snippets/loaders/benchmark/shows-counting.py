"""Count what a strategy sends: statements by an event, rows by asking."""

import asyncio

from sqlalchemy import ForeignKey, String, event, insert, select
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


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(30))
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))


engine = create_async_engine("sqlite+aiosqlite://")
NUMBERS = range(1, 10_001)


async def main() -> None:
    try:
        async with engine.begin() as setup:
            await setup.run_sync(Base.metadata.create_all)
            users = [{"id": n, "name": "Ada"} for n in NUMBERS]
            await setup.execute(insert(User), users)
            posts = [{"id": n, "title": "Hi", "user_id": n} for n in NUMBERS]
            await setup.execute(insert(Post), posts)
        # --8<-- [start:read]
        hook = engine.sync_engine, "before_cursor_execute"
        event.listen(*hook, lambda *args: seen.append(args[2:4]))
        for load in joinedload, selectinload:
            seen: list[tuple] = []
            query = select(User).options(load(User.posts))
            async with AsyncSession(engine) as session:
                users = (await session.scalars(query)).unique().all()
                run = (await session.connection()).exec_driver_sql
                rows = [len((await run(*sql)).all()) for sql in seen[:]]
            print(load.__name__, len(rows), "statements", sum(rows), "rows")
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
