"""Change a column whose validator reads a relationship."""

import asyncio

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.orm import relationship, validates


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
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    user: Mapped[User] = relationship()

    # --8<-- [start:listener]
    @validates("title")
    def refuse_own_name(self, key: str, title: str) -> str:
        if self.user and self.user.name == title:
            raise ValueError("a post needs a title of its own")
        return title

    # --8<-- [end:listener]


engine = create_async_engine("sqlite+aiosqlite://")
Session = async_sessionmaker(engine, expire_on_commit=False)


async def main() -> None:
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        async with Session.begin() as session:
            session.add(Post(title="Hello", user=User(name="Ada")))
        async with Session() as session:
            # --8<-- [start:read]
            post = (await session.scalars(select(Post))).one()
            post.title = "Hello again"
            await session.commit()
            print(post.title)
            # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
