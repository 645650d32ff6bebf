"""Give subqueryload to a SELECT that you wrote yourself."""

import asyncio

from sqlalchemy import ForeignKey, String, select, text
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship
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
            session.add(User(name="Ada", posts=[Post(title="Hello")]))
        # --8<-- [start:read]
        written = text("SELECT id, name FROM user_account")
        query = select(User).options(subqueryload(User.posts))
        async with Session() as session:
            user = (await session.scalars(query.from_statement(written))).one()
            print(user.name)
            print([post.title for post in user.posts])
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
