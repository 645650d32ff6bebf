"""Print what is sent with raiseload("*"), and what is refused."""

import asyncio

from sqlalchemy import ForeignKey, String, event, select
from sqlalchemy.dialects import postgresql
from sqlalchemy.exc import InvalidRequestError
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, joinedload, mapped_column
from sqlalchemy.orm import raiseload, relationship


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


def show(connection, statement, many, parameters, options) -> None:
    text = statement.params(parameters).compile(
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
        for option in joinedload(User.posts), raiseload(User.posts):
            async with AsyncSession(engine) as session:
                query = select(User).options(option)
                user = (await session.scalars(query)).unique().one()
                try:
                    print("--", [post.title for post in user.posts])
                except InvalidRequestError as error:
                    print("--", error)
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
