"""What a write-only collection refuses, and in which words."""

import asyncio

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.exc import InvalidRequestError
from sqlalchemy.ext.asyncio import AsyncAttrs, AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, WriteOnlyMapped
from sqlalchemy.orm import joinedload, mapped_column, relationship
from sqlalchemy.orm import selectinload


class Base(AsyncAttrs, DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))
    posts: WriteOnlyMapped["Post"] = relationship()


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(30))
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))


engine = create_async_engine("sqlite+aiosqlite://")


async def main() -> None:
    try:
        async with AsyncSession(engine) as setup, setup.begin():
            await (await setup.connection()).run_sync(Base.metadata.create_all)
            setup.add(User(name="Ada", posts=[Post(title="Hello")]))
        # --8<-- [start:read]
        async with AsyncSession(engine) as session:
            for load in selectinload, joinedload:
                try:
                    query = select(User).options(load(User.posts))
                    await session.scalars(query)
                except InvalidRequestError as error:
                    print(error)
            user = (await session.scalars(select(User))).one()
            await session.refresh(user, ["posts"])
            print(type(await user.awaitable_attrs.posts).__name__)
            try:
                user.posts = [Post(title="Again")]
            except InvalidRequestError as error:
                print(error)
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
