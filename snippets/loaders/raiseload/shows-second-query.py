"""Query the same user twice: which of two options holds."""

import asyncio

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.exc import InvalidRequestError
from sqlalchemy.ext.asyncio import AsyncAttrs, AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, raiseload
from sqlalchemy.orm import relationship, selectinload


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
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))


engine = create_async_engine("sqlite+aiosqlite://")


async def main() -> None:
    try:
        async with AsyncSession(engine) as setup, setup.begin():
            await (await setup.connection()).run_sync(Base.metadata.create_all)
            setup.add(User(name="Ada", posts=[Post()]))
        # --8<-- [start:read]
        plain = select(User)
        guard = plain.options(raiseload(User.posts))
        eager = plain.options(selectinload(User.posts))
        anew = plain.execution_options(populate_existing=True)
        for name, query, again in (
            ("guard, plain:", guard, plain),
            ("guard, eager:", guard, eager),
            ("guard, populate_existing:", guard, anew),
            ("plain, guard:", plain, guard),
            ("eager, guard:", eager, guard),
        ):
            async with AsyncSession(engine) as session:
                first = (await session.scalars(query)).one()
                user = (await session.scalars(again)).one()
                try:
                    posts = await user.awaitable_attrs.posts
                    print(name, user is first, len(posts))
                except InvalidRequestError:
                    print(name, user is first, "raises")
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
