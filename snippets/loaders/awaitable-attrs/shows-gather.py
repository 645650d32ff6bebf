"""Await an attribute of several objects at the same time."""

import asyncio

from sqlalchemy import ForeignKey, String, event, select
from sqlalchemy.ext.asyncio import AsyncAttrs, async_sessionmaker
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship
from sqlalchemy.pool import NullPool


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


engine = create_async_engine("sqlite+aiosqlite:///app.db", poolclass=NullPool)
Session = async_sessionmaker(engine, expire_on_commit=False)


async def main() -> None:
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        async with Session.begin() as session:
            for name in "Ada", "Bob", "Cyd":
                session.add(User(name=name, posts=[Post(title="Hello")]))
        seen: list[str] = []
        listen = event.listens_for(engine.sync_engine, "before_cursor_execute")
        listen(lambda *args: seen.append(args[2]))
        # --8<-- [start:read]
        for has_connection in True, False:
            async with Session() as session:
                users = (await session.scalars(select(User))).all()
                if not has_connection:
                    await session.commit()
                seen.clear()
                waiting = [user.awaitable_attrs.posts for user in users]
                done = await asyncio.gather(*waiting, return_exceptions=True)
                codes = [getattr(one, "code", "loaded") for one in done]
                print(has_connection, len(seen), *codes)
        # --8<-- [end:read]
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
