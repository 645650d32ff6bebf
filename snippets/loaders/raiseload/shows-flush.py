"""Delete a user whose posts the query must not load."""

import asyncio

from sqlalchemy import ForeignKey, String, event, select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, raiseload
from sqlalchemy.orm import relationship


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))
    posts: Mapped[list["Post"]] = relationship(cascade="all, delete-orphan")


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(30))
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))


engine = create_async_engine("sqlite+aiosqlite://")
Session = async_sessionmaker(engine, expire_on_commit=False)


def tell(connection, cursor, statement, *rest) -> None:
    table = statement.partition("FROM ")[2].split()[0]
    print(statement.split()[0], table)


async def main() -> None:
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        async with Session.begin() as session:
            session.add(User(name="Ada", posts=[Post(title="Hello")]))
        async with Session() as session:
            # --8<-- [start:read]
            query = select(User).options(raiseload("*"))
            user = (await session.scalars(query)).one()
            event.listen(engine.sync_engine, "before_cursor_execute", tell)
            await session.delete(user)
            await session.flush()
            # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
