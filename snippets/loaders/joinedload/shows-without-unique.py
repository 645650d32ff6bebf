"""Use joinedload where nothing asks for unique()."""

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
            posts = [Post(title="Hello"), Post(title="Salut")]
            session.add(User(name="Ada", posts=posts))
        # --8<-- [start:read]
        users = select(User).options(joinedload(User.posts))
        async with Session() as session:
            posts = select(Post).options(joinedload(Post.user))
            print([p.user.name for p in await session.scalars(posts)])
        async with Session() as session:
            load = [joinedload(User.posts)]
            user = await session.get_one(User, 1, options=load)
            print("get():", [post.title for post in user.posts])
        async with Session() as session:
            user = await session.scalar(users)
            print("scalar():", [post.title for post in user.posts])
        async with Session() as session:
            nobody = await session.scalars(users.where(User.id == 0))
            print("no rows:", nobody.all())
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
