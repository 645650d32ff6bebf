# raises: ImportError
# cells: sqlalchemy<2.0.13
# also: 2.0.3
"""Import AsyncAttrs on a release that does not have it."""

import asyncio

from sqlalchemy import ForeignKey, String, select
# --8<-- [start:read]
from sqlalchemy.ext.asyncio import AsyncAttrs, async_sessionmaker
# --8<-- [end:read]
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


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
            session.add(User(name="Ada", posts=[Post(title="Hello")]))
        async with Session() as session:
            user = (await session.scalars(select(User))).one()
            print([post.title for post in await user.awaitable_attrs.posts])
    finally:
        await engine.dispose()


asyncio.run(main())
