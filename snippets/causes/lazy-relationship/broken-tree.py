"""Read the second level of a tree of which the query loaded one."""

import asyncio

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship
from sqlalchemy.orm import selectinload


class Base(DeclarativeBase):
    pass


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(30))
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("post.id"))
    replies: Mapped[list["Post"]] = relationship()


engine = create_async_engine("sqlite+aiosqlite://")
Session = async_sessionmaker(engine, expire_on_commit=False)


async def set_up() -> None:
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    async with Session.begin() as session:
        first = Post(title="Hi", replies=[Post(title="Agreed")])
        session.add(Post(title="Hello", replies=[first]))


async def main() -> None:
    try:
        await set_up()
        async with Session() as session:
            # --8<-- [start:read]
            # A tree, below the level that was loaded:
            replies = selectinload(Post.replies)
            query = select(Post).where(Post.title == "Hello").options(replies)
            post = (await session.scalars(query)).one()
            print(post.replies[0].title)
            print(post.replies[0].replies[0].title)
            # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
