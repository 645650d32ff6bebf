"""Fill two relationships to one table from two joins."""

import asyncio

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, aliased, contains_eager
from sqlalchemy.orm import mapped_column, relationship


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    editor_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    user: Mapped[User] = relationship(foreign_keys=user_id)
    editor: Mapped[User] = relationship(foreign_keys=editor_id)


engine = create_async_engine("sqlite+aiosqlite://")
Session = async_sessionmaker(engine, expire_on_commit=False)


async def main() -> None:
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        async with Session.begin() as session:
            ada, bob = User(name="Ada"), User(name="Bob")
            session.add(Post(user=ada, editor=bob))
        # --8<-- [start:read]
        editor = aliased(User)
        query = select(Post).join(Post.user).join(Post.editor.of_type(editor))
        query = query.options(contains_eager(Post.user))
        for target in Post.editor, Post.editor.of_type(editor):
            async with Session() as session:
                filled = query.options(contains_eager(target))
                post = (await session.scalars(filled)).one()
                print("by", post.user.name, "edited by", post.editor.name)
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
