"""Lock rows that are read with joinedload."""

import asyncio

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, joinedload, mapped_column
from sqlalchemy.orm import relationship


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(30))
    user_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    user: Mapped[User | None] = relationship()


engine = create_async_engine("sqlite+aiosqlite://")
Session = async_sessionmaker(engine, expire_on_commit=False)


async def main() -> None:
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        async with Session.begin() as session:
            session.add(Post(title="Hello", user=User(name="Ada")))
        # --8<-- [start:read]
        query = select(Post).options(joinedload(Post.user))
        for locked in query.with_for_update(), query.with_for_update(of=Post):
            async with Session() as session:
                try:
                    post = (await session.scalars(locked)).one()
                    print(post.title, post.user.name)
                except DBAPIError as error:
                    print(error.orig.sqlstate)
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
