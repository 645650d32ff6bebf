"""Load one object in four ways, each with the same option."""

import asyncio

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship
from sqlalchemy.orm import selectinload


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


async def set_up() -> None:
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    async with Session.begin() as session:
        session.add(User(name="Ada", posts=[Post(title="Hello")]))


async def main() -> None:
    try:
        await set_up()
        # --8<-- [start:read]
        option = selectinload(User.posts)
        query = select(User).options(option)
        ways = {
            "scalar": lambda session: session.scalar(query),
            "scalars": lambda session: session.scalars(query),
            "execute": lambda session: session.execute(query),
            "get": lambda session: session.get(User, 1, options=[option]),
        }
        for name, way in ways.items():
            async with Session() as session:
                user = await session.get(User, 1)
                await way(session)
                print(f"{name}:", "posts" in vars(user))
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
