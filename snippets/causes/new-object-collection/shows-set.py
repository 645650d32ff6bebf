"""What a flush leaves readable."""

import asyncio

from sqlalchemy import ForeignKey, String
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


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
    user_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    user: Mapped[User | None] = relationship(back_populates="posts")


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
            # the relationship was set before the flush
            user = User(name="Ada")
            post = Post(title="Hello", user=user)
            draft = Post(title="Draft")
            session.add_all([user, draft])
            await session.commit()
            print([post.title for post in user.posts])
            print(post.user.name, draft.user)
            # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
