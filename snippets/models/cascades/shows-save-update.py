"""Set either side of a relationship, and ask what is in the session."""

import asyncio

from sqlalchemy import ForeignKey
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    posts: Mapped[list["Post"]] = relationship(
        back_populates="user", lazy="raise_on_sql"
    )


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    user: Mapped[User] = relationship(
        back_populates="posts", lazy="raise_on_sql"
    )


engine = create_async_engine("sqlite+aiosqlite://")


async def main() -> None:
    try:
        async with AsyncSession(engine) as setup, setup.begin():
            await (await setup.connection()).run_sync(Base.metadata.create_all)
            setup.add(User(id=1))
        async with AsyncSession(engine) as session:
            # --8<-- [start:read]
            user = await session.get_one(User, 1)
            post = Post(user=user)
            print(post in session)
            session.add(post)
            await session.flush()
            await session.refresh(user, ["posts"])
            print(len(user.posts))
            other = Post()
            user.posts.append(other)
            print(other in session)
            # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
