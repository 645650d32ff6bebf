# cells: sqlalchemy>=2.1
"""Give every statement of a session an option."""

import asyncio

from sqlalchemy import ForeignKey, String, event, select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.orm import relationship, selectinload


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


def show(connection, cursor, statement, parameters, context, many):
    print(statement.split()[0], context.execution_options.get("origin"))


async def set_up() -> None:
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    async with Session.begin() as session:
        session.add(User(name="Ada", posts=[Post(title="Hello")]))


async def main() -> None:
    try:
        await set_up()
        event.listen(engine.sync_engine, "before_cursor_execute", show)
        # --8<-- [start:read]
        # an option for all of a session
        options = {"origin": "import"}
        async with Session(execution_options=options) as session:
            session.add(User(name="Grace"))
            query = select(User).options(selectinload(User.posts))
            await session.scalars(query)
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
