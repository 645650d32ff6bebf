"""Draw 500 of 1000 users, each of whom has one post."""

import asyncio

from sqlalchemy import ForeignKey, String, func, select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship
from sqlalchemy.orm import selectinload, subqueryload


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
            for _ in range(1000):
                session.add(User(name="Ada", posts=[Post(title="Hello")]))
        # --8<-- [start:read]
        sample = select(User).order_by(func.random()).limit(500)
        first = select(User).order_by(User.id).limit(500)
        for name, query in {
            "sample, subqueryload": sample.options(subqueryload(User.posts)),
            "sample, selectinload": sample.options(selectinload(User.posts)),
            "first, subqueryload": first.options(subqueryload(User.posts)),
        }.items():
            async with Session() as session:
                users = (await session.scalars(query)).all()
                whole = all(len(user.posts) == 1 for user in users)
                print(f"{name}: {len(users)} users, each with a post? {whole}")
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
