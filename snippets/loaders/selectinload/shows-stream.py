"""Stream 1201 users with their posts, in batches of 100."""

import asyncio
import warnings

from sqlalchemy import ForeignKey, String, event, select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship
from sqlalchemy.orm import selectinload


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
Session = async_sessionmaker(engine, expire_on_commit=False)


async def main() -> None:
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        async with Session.begin() as session:
            session.add_all(User(name="Ada") for n in range(1201))
        seen: list[str] = []
        event.listen(
            engine.sync_engine,
            "before_cursor_execute",
            lambda *args: seen.append(args[2]),
        )
        # --8<-- [start:read]
        query = select(User).options(selectinload(User.posts))
        batches = query.execution_options(yield_per=100)
        with warnings.catch_warnings(record=True) as caught:
            async with Session() as session:
                users = await session.stream_scalars(batches)
                print(len([user.posts async for user in users]), "users")
        print("statements:", len(seen))
        for warning in caught:
            print(warning.message)
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
