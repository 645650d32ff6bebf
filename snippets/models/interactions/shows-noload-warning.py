"""Print what SQLAlchemy says of a relationship with lazy="noload"."""

import asyncio
import warnings

from sqlalchemy import ForeignKey
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

engine = create_async_engine("sqlite+aiosqlite://")
warnings.showwarning = lambda message, *_: print(str(message).split(" (")[0])


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    # --8<-- [start:mapping]
    posts: Mapped[list["Post"]] = relationship(lazy="noload")
    # --8<-- [end:mapping]


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))


async def main() -> None:
    try:
        async with AsyncSession(engine) as setup, setup.begin():
            await (await setup.connection()).run_sync(Base.metadata.create_all)
            setup.add(User(id=1, posts=[Post()]))
        async with AsyncSession(engine) as session:
            # --8<-- [start:read]
            user = await session.get_one(User, 1)
            await session.refresh(user, ["posts"])
            print(user.posts)
            # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
