"""Flush a new child before the refresh, with cascade all."""

import asyncio

from sqlalchemy import ForeignKey, String, func, select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))
    # --8<-- [start:mapping]
    posts: Mapped[list["Post"]] = relationship(cascade="all, delete-orphan")
    # --8<-- [end:mapping]


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(30))
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))


engine = create_async_engine("sqlite+aiosqlite://")
Session = async_sessionmaker(engine, expire_on_commit=False)


async def set_up() -> None:
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)


async def main() -> None:
    try:
        await set_up()
        async with Session() as session:
            # --8<-- [start:read]
            user = User(name="Grace", posts=[])
            session.add(user)
            await session.commit()
            user.posts.append(Post(title="Again"))
            await session.flush()
            await session.refresh(user)
            await session.commit()
            print(await session.scalar(select(func.count(Post.id))))
            # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
