"""Run the event loop inside itself, as nest_asyncio does."""

import asyncio

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))
    posts: Mapped[list["Post"]] = relationship(back_populates="user")


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(30))
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    user: Mapped[User] = relationship(back_populates="posts")


engine = create_async_engine("sqlite+aiosqlite://")
Session = async_sessionmaker(engine, expire_on_commit=False)


# --8<-- [start:nest]
def run_nested(coroutine):
    loop, outer = asyncio.get_running_loop(), asyncio.current_task()
    task, waiting = loop.create_task(coroutine), len(loop._ready)
    asyncio.tasks._leave_task(loop, outer)
    while not task.done():
        loop._run_once()
    asyncio.tasks._enter_task(loop, outer)
    for _ in range(waiting):  # the outer turn takes as many as it counted
        loop.call_soon(lambda: None)
    return task.result()
# --8<-- [end:nest]


async def main() -> None:
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        async with Session.begin() as session:
            session.add(User(name="Ada", posts=[Post(title="Hello")]))
        async with Session() as session:
            # --8<-- [start:read]
            user = (await session.scalars(select(User))).one()
            print("nested:", run_nested(session.scalar(select(User.name))))
            print([post.title for post in user.posts])
            # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
