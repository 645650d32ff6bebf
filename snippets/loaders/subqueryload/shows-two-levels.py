"""Print what a chain of two subqueryloads sends."""

import asyncio

from sqlalchemy import ForeignKey, String, event, select
from sqlalchemy.dialects import postgresql
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship
from sqlalchemy.orm import subqueryload


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


def show(connection, statement, *rest) -> None:
    text = statement.compile(
        dialect=postgresql.dialect(), compile_kwargs={"literal_binds": True}
    )
    print("\n".join(line.strip() for line in f"{text};".splitlines()))


async def main() -> None:
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        async with AsyncSession(engine) as session, session.begin():
            session.add(User(name="Ada", posts=[Post(title="Hello")]))
        event.listen(engine.sync_engine, "before_execute", show)
        # --8<-- [start:read]
        siblings = subqueryload(Post.user).subqueryload(User.posts)
        query = select(Post).where(Post.title == "Hello").options(siblings)
        async with AsyncSession(engine) as session:
            await session.scalars(query)
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
