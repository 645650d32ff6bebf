"""Refresh the object, then await its collection."""

import asyncio

from sqlalchemy import ForeignKey, String, event, select
from sqlalchemy.ext.asyncio import AsyncAttrs, async_sessionmaker
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
Session = async_sessionmaker(engine)


async def set_up() -> None:
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    async with Session.begin() as session:
        session.add(User(name="Ada", posts=[Post(title="Hello")]))


async def main() -> None:
    try:
        await set_up()
        seen: list[str] = []
        listen = event.listens_for(engine.sync_engine, "before_cursor_execute")
        listen(lambda *args: seen.append(args[2]))
        async with Session() as session:
            # --8<-- [start:read]
            user = (await session.scalars(select(User))).one()
            user.name = "Grace"
            await session.commit()
            await session.refresh(user)
            print(user.name)
            print([post.title for post in await user.awaitable_attrs.posts])
            # --8<-- [end:read]
            print("statements:", len(seen))
    finally:
        await engine.dispose()


asyncio.run(main())
