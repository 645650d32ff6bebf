"""Print what selectinload sends for a many-to-many."""

import asyncio

from sqlalchemy import Column, ForeignKey, String, Table, event, select
from sqlalchemy.dialects import postgresql
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship
from sqlalchemy.orm import selectinload


class Base(DeclarativeBase):
    pass


reads = Table(
    "reads",
    Base.metadata,
    Column("user_id", ForeignKey("user_account.id")),
    Column("post_id", ForeignKey("post.id")),
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
            session.add(User(name="Ada", read=[Post(title="Hello")]))
        event.listen(engine.sync_engine, "before_execute", show)
        # --8<-- [start:read]
        async with AsyncSession(engine) as session:
            await session.scalars(select(User).options(selectinload(User.read)))
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
