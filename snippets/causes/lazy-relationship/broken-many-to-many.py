"""Read a many-to-many relationship that no query loaded."""

import asyncio

from sqlalchemy import Column, ForeignKey, String, Table, select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


reads = Table(
    "reads",
    Base.metadata,
    Column("user_id", ForeignKey("user_account.id"), primary_key=True),
    Column("post_id", ForeignKey("post.id"), primary_key=True),
)


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))
    read: Mapped[list["Post"]] = relationship(secondary=reads)


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(30))


engine = create_async_engine("sqlite+aiosqlite://")
Session = async_sessionmaker(engine, expire_on_commit=False)


async def set_up() -> None:
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    async with Session.begin() as session:
        session.add(User(name="Ada", read=[Post(title="Hello")]))


async def main() -> None:
    try:
        await set_up()
        async with Session() as session:
            # --8<-- [start:read]
            # Many-to-many, by a secondary table:
            user = (await session.scalars(select(User))).one()
            print([post.title for post in user.read])
            # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
