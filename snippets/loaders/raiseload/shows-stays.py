"""Load a guarded object again: what lifts the guard."""

import asyncio

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.exc import InvalidRequestError
from sqlalchemy.ext.asyncio import AsyncAttrs, AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, raiseload
from sqlalchemy.orm import relationship


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


async def read(user: User) -> str:
    try:
        return str([post.title for post in await user.awaitable_attrs.posts])
    except InvalidRequestError:
        return "raises"


async def main() -> None:
    try:
        async with AsyncSession(engine) as setup, setup.begin():
            await (await setup.connection()).run_sync(Base.metadata.create_all)
            setup.add(User(name="Ada", posts=[Post(title="Hello")]))
        # --8<-- [start:read]
        async with AsyncSession(engine) as session:
            query = select(User).options(raiseload(User.posts))
            user = (await session.scalars(query)).one()
            await session.refresh(user)
            print("refresh(user):", await read(user))
            await session.refresh(user, ["posts"])
            print("by name:", await read(user))
            await session.commit()
            print(await user.awaitable_attrs.name, await read(user))
            await session.commit()
            print("commit():", await read(user))
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
