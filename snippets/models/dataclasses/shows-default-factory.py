"""Ask new objects which relationships their flush left unloaded."""

import asyncio

from sqlalchemy import ForeignKey, String, inspect
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass
from sqlalchemy.orm import mapped_column, relationship


class Base(MappedAsDataclass, DeclarativeBase, kw_only=True):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    name: Mapped[str] = mapped_column(String(30))
    # --8<-- [start:posts]
    posts: Mapped[list["Post"]] = relationship(
        back_populates="user", default_factory=list, repr=False
    )
    # --8<-- [end:posts]


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    user_id: Mapped[int | None] = mapped_column(
        ForeignKey("user_account.id"), default=None
    )
    # --8<-- [start:user]
    user: Mapped[User | None] = relationship(
        back_populates="posts", default=None, repr=False
    )
    # --8<-- [end:user]


engine = create_async_engine("sqlite+aiosqlite://")


async def main() -> None:
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        async with AsyncSession(engine) as session:
            # --8<-- [start:read]
            users = [User(name="Ada"), User(name="Grace", posts=[])]
            session.add_all(users)
            await session.flush()
            post = Post(user_id=users[0].id)
            session.add(post)
            await session.flush()
            for each in [*users, post]:
                print(sorted(inspect(each).unloaded))
            # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
