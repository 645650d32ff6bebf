"""Print what selectinload sends for a primary key of two columns."""

import asyncio

from sqlalchemy import ForeignKeyConstraint, event, select
from sqlalchemy.dialects import postgresql
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship
from sqlalchemy.orm import selectinload


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    site_id: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[int] = mapped_column(primary_key=True)
    posts: Mapped[list["Post"]] = relationship()


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    site_id: Mapped[int]
    user_id: Mapped[int]
    __table_args__ = (
        ForeignKeyConstraint(["site_id", "user_id"], [User.site_id, User.id]),
    )


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
            session.add(User(site_id=1, id=1, posts=[Post()]))
            session.add(User(site_id=1, id=2, posts=[Post()]))
        event.listen(engine.sync_engine, "before_execute", show)
        # --8<-- [start:read]
        query = select(User).options(selectinload(User.posts))
        async with AsyncSession(engine) as session:
            await session.scalars(query)
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
