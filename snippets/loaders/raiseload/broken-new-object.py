"""Read a new object: the mapping guards it, no query has."""

import asyncio

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.exc import InvalidRequestError
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, raiseload
from sqlalchemy.orm import relationship


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))
    # --8<-- [start:mapping]
    posts: Mapped[list["Post"]] = relationship()
    drafts: Mapped[list["Post"]] = relationship(
        viewonly=True, lazy="raise_on_sql"
    )
    # --8<-- [end:mapping]


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
        async with Session() as session:
            # --8<-- [start:read]
            query = select(User).options(raiseload("*"))
            ada = (await session.scalars(query)).one()
            bob = User(name="Bob")
            session.add(bob)
            await session.flush()
            for read in lambda: ada.posts, lambda: bob.drafts:
                try:
                    print(read())
                except InvalidRequestError as error:
                    print(error)
            print(bob.posts)
            # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
