"""Ask again for a collection that the session holds."""

import asyncio

from sqlalchemy import ForeignKey, String, insert, select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, immediateload, joinedload
from sqlalchemy.orm import mapped_column, relationship, selectinload
from sqlalchemy.orm import subqueryload


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
            session.add(User(id=1, name="Ada", posts=[Post(title="Hello")]))
        # --8<-- [start:read]
        new = insert(Post).values(title="Salut", user_id=1)
        for load in joinedload, selectinload, subqueryload, immediateload:
            query = select(User).options(load(User.posts))
            again = query.execution_options(populate_existing=True)
            async with Session() as session:
                user = (await session.scalars(query)).unique().one()
                await session.execute(new)
                await session.scalars(query)
                old = [post.title for post in user.posts]
                await session.scalars(again)
                print(load.__name__, old, [post.title for post in user.posts])
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
