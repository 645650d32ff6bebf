"""Ask which thread runs a line; a loaded column reads anywhere."""

import asyncio
import threading

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


# --8<-- [start:function]
def where(user: User) -> str:
    main = threading.current_thread() is threading.main_thread()
    return f"{user.name}, in the main thread: {main}"
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
            loop = asyncio.get_running_loop()
            print("run_sync:", await session.run_sync(lambda _: where(user)))
            print("to_thread:", await asyncio.to_thread(where, user))
            print("executor:", await loop.run_in_executor(None, where, user))
            # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
