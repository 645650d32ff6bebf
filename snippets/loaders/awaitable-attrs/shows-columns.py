"""Await columns: expired, deferred, and made by the database."""

import asyncio

from sqlalchemy import String, Text, event, func
from sqlalchemy.ext.asyncio import AsyncAttrs, async_sessionmaker
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(AsyncAttrs, DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30), onupdate=func.upper("ada"))
    age: Mapped[int]
    bio: Mapped[str] = mapped_column(Text, deferred=True)
    cv: Mapped[str] = mapped_column(Text, deferred=True)


engine = create_async_engine("sqlite+aiosqlite://")
Session = async_sessionmaker(engine)


async def main() -> None:
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        async with Session.begin() as session:
            session.add(User(name="Ada", age=36, bio="Poet", cv="Analyst"))
        seen: list[str] = []
        listen = event.listens_for(engine.sync_engine, "before_cursor_execute")
        listen(lambda *args: seen.append(args[2]))
        async with Session() as session:
            # --8<-- [start:read]
            user = await session.get_one(User, 1)
            attrs = user.awaitable_attrs
            print(await attrs.bio, await attrs.cv, len(seen))
            user.age = 37
            await session.flush()
            print(await attrs.name, len(seen))
            await session.commit()
            print(await attrs.name, user.age, await attrs.bio, len(seen))
            # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
