"""Print what joinedload sends with a LIMIT."""

import asyncio

from sqlalchemy import ForeignKey, String, event, select
from sqlalchemy.dialects import postgresql
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


def show(connection, statement, many, parameters, options) -> None:
    text = statement.params(parameters).compile(
        dialect=postgresql.dialect(), compile_kwargs={"literal_binds": True}
    )
    print("\n".join(line.strip() for line in f"{text};".splitlines()))


async def main() -> None:
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        async with Session.begin() as session:
            session.add(User(name="Ada", posts=[Post(title="Hello")]))
        event.listen(engine.sync_engine, "before_execute", show)
        # --8<-- [start:read]
        posts = select(Post).options(joinedload(Post.user)).limit(1)
        users = select(User).options(joinedload(User.posts)).limit(1)
        async with Session() as session:
            print("--", (await session.scalars(posts)).one().user.name)
        async with Session() as session:
            user = (await session.scalars(users)).unique().one()
            print("--", [post.title for post in user.posts])
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
