"""Refuse every read, or only a read that needs SQL."""

import asyncio

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.exc import InvalidRequestError
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, raiseload
from sqlalchemy.orm import relationship


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))
    posts: Mapped[list["Post"]] = relationship(back_populates="user")


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(30))
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    user: Mapped[User] = relationship(back_populates="posts")


engine = create_async_engine("sqlite+aiosqlite://")
Session = async_sessionmaker(engine, expire_on_commit=False)


async def main() -> None:
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        async with Session.begin() as session:
            session.add(User(name="Ada", posts=[Post(title="Hello")]))
        # --8<-- [start:read]
        for option in raiseload("*"), raiseload("*", sql_only=True):
            async with Session() as session:
                query = select(Post).options(option)
                post = (await session.scalars(query)).one()
                users: list[User] = []
                for _ in "before", "after":
                    try:
                        print(f"users loaded: {len(users)},", post.user.name)
                    except InvalidRequestError as error:
                        print(f"users loaded: {len(users)},", error)
                    users += await session.scalars(select(User))
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
