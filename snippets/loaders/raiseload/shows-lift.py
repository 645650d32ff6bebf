"""Lift the guard of the mapping for one query."""

import asyncio

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.exc import InvalidRequestError
from sqlalchemy.ext.asyncio import AsyncAttrs, async_sessionmaker
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, lazyload, mapped_column
from sqlalchemy.orm import relationship


class Base(AsyncAttrs, DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))
    # --8<-- [start:mapping]
    posts: Mapped[list["Post"]] = relationship(lazy="raise_on_sql")
    # --8<-- [end:mapping]


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
            session.add(User(name="Ada", posts=[Post(title="Hello")]))
        # --8<-- [start:read]
        for query in select(User), select(User).options(lazyload(User.posts)):
            async with Session() as session:
                user = (await session.scalars(query)).one()
                try:
                    posts = await user.awaitable_attrs.posts
                    print([post.title for post in posts])
                except InvalidRequestError as error:
                    print(error)
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
