"""Ask where a loader option on the query does not reach."""

import asyncio

from sqlalchemy import ForeignKey, String, inspect, select
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

        # --8<-- [start:read]
        options = [selectinload(User.posts)]
        async with Session() as session:
            user, post = User(id=1, name="Ada"), Post(title="Hello", user_id=1)
            session.add_all([user, post])
            await session.flush()
            print("new object:", "posts" in inspect(user).dict)
            await session.get_one(User, 1, options=options)
            print("get():", "posts" in inspect(user).dict)
            await session.refresh(user)
            print("refresh():", "posts" in inspect(user).dict)
            await session.scalars(select(User).options(*options))
            print("select():", "posts" in inspect(user).dict)
            session.expire(user, ["posts"])
            again = {"options": options, "populate_existing": True}
            await session.get_one(User, 1, **again)
            print("populate_existing:", "posts" in inspect(user).dict)
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
