"""Print what the constructor takes, and what a new object holds."""

import asyncio
import inspect

from sqlalchemy import ForeignKey, String
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass
from sqlalchemy.orm import mapped_column, relationship


# --8<-- [start:mapping]
class Base(MappedAsDataclass, DeclarativeBase, kw_only=True):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    name: Mapped[str] = mapped_column(String(30))
    posts: Mapped[list["Post"]] = relationship(
        lazy="raise_on_sql", init=False, repr=False, compare=False
    )
# --8<-- [end:mapping]


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    title: Mapped[str] = mapped_column(String(30))
    user_id: Mapped[int] = mapped_column(
        ForeignKey("user_account.id"), init=False
    )


engine = create_async_engine("sqlite+aiosqlite://")


async def main() -> None:
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        async with AsyncSession(engine, expire_on_commit=False) as session:
            # --8<-- [start:read]
            print(*inspect.signature(User).parameters)
            user = User(name="Ada")
            user.posts.append(Post(title="Hello"))
            session.add(user)
            await session.commit()
            print(repr(user))
            print([post.title for post in user.posts])
            # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
