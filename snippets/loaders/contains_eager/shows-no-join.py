"""Give the option, and forget the join."""

import asyncio
import warnings

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, contains_eager
from sqlalchemy.orm import mapped_column, relationship


class Base(DeclarativeBase):
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
Session = async_sessionmaker(engine, expire_on_commit=False)


async def main() -> None:
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        async with Session.begin() as session:
            for name in "Ada", "Bob", "Cyd":
                posts = [Post(title="Hello"), Post(title="Salut")]
                session.add(User(name=name, posts=posts))
        # --8<-- [start:read]
        query = select(User).options(contains_eager(User.posts))
        with warnings.catch_warnings(record=True) as caught:
            async with Session() as session:
                for user in (await session.scalars(query)).unique():
                    print(user.name, len(user.posts), "posts")
        for warning in caught:
            print(str(warning.message).partition(" between")[0])
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
