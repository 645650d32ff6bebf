"""Start a thread inside an awaited call."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from sqlalchemy import ForeignKey, String, select
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
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    user: Mapped[User] = relationship(back_populates="posts")


engine = create_async_engine("sqlite+aiosqlite://")
Session = async_sessionmaker(engine, expire_on_commit=False)


def titles(user: User) -> list[str]:
    return [post.title for post in user.posts]


# --8<-- [start:function]
def in_thread(user: User) -> list[str]:
    with ThreadPoolExecutor() as pool:
        return pool.submit(titles, user).result()
# --8<-- [end:function]


async def main() -> None:
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        async with Session.begin() as session:
            session.add(User(name="Ada", posts=[Post(title="Hello")]))
        async with Session() as session:
            # --8<-- [start:read]
            user = (await session.scalars(select(User))).one()
            print(await session.run_sync(lambda _: in_thread(user)))
            # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
