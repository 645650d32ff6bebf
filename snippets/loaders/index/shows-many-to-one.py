"""Count statements and rows of each loader: 30 posts, their 10 users."""

import asyncio

from sqlalchemy import ForeignKey, String, event, orm, select
from sqlalchemy.ext.asyncio import AsyncAttrs, AsyncSession, create_async_engine
from sqlalchemy.orm import Mapped, mapped_column, relationship


class Base(AsyncAttrs, orm.DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(30))
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    user: Mapped[User] = relationship()


engine = create_async_engine("sqlite+aiosqlite://")
LOADERS = "lazyload immediateload subqueryload selectinload joinedload"


async def main() -> None:
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        async with AsyncSession(engine) as session, session.begin():
            session.add_all(User(id=n, name="Ada") for n in range(1, 11))
            ids = [*range(1, 11)] * 3
            session.add_all(Post(title="Hello", user_id=n) for n in ids)
        hook = engine.sync_engine, "before_cursor_execute"
        event.listen(*hook, lambda *args: seen.append(args[2:4]))
        print("loader          statements rows values")
        for name in [*LOADERS.split(), "contains_eager"]:
            seen: list[tuple] = []
            # --8<-- [start:query]
            query = select(Post).options(getattr(orm, name)(Post.user))
            if name == "contains_eager":
                query = query.join(Post.user)
            # --8<-- [end:query]
            async with AsyncSession(engine) as session:
                for one in (await session.scalars(query)).unique().all():
                    await one.awaitable_attrs.user
                run = (await session.connection()).exec_driver_sql
                data = [(await run(*sql)).all() for sql in seen[:]]
            rows = [row for part in data for row in part]
            values = sum(len(row) for row in rows)
            print(f"{name:15}{len(data):11}{len(rows):5}{values:7}")
    finally:
        await engine.dispose()


asyncio.run(main())
