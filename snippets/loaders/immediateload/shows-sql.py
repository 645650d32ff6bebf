"""Print what immediateload sends for the collections of two users."""

import asyncio

from sqlalchemy import ForeignKey, String, event, select
from sqlalchemy.dialects import postgresql
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, immediateload, mapped_column
from sqlalchemy.orm import relationship


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
            session.add(User(name="Bob", posts=[Post(title="Salut")]))
        event.listen(engine.sync_engine, "before_execute", show)
        # --8<-- [start:read]
        query = select(User).options(immediateload(User.posts))
        async with Session() as session:
            users = (await session.scalars(query)).all()
            print("-- the await is over")
            print("--", [post.title for user in users for post in user.posts])
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
