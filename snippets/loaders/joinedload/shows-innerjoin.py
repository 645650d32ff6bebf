"""Count what an inner join leaves out when the foreign key is NULL."""

import asyncio

from sqlalchemy import ForeignKey, String, select
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
            ada = User(name="Ada")
            session.add_all([Post(title="Hello", user=ada), Post(title="Lost")])
        # --8<-- [start:read]
        outer = joinedload(Post.user)
        inner = joinedload(Post.user, innerjoin=True)
        for option in outer, inner:
            query = select(Post).order_by(Post.id).options(option)
            async with Session() as session:
                posts = await session.scalars(query)
                print([post.title for post in posts])
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
