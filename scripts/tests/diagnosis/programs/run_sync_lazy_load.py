"""Raises sqlalchemy.exc.OperationalError: a lazy load inside run_sync is allowed, but its table is missing."""

import asyncio

from sqlalchemy import ForeignKey, text
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship


class Base(DeclarativeBase):
    """The models' base."""


class User(Base):
    """A user with posts."""

    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)
    posts: Mapped[list["Post"]] = relationship()


class Post(Base):
    """A post."""

    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"))


def count(session: Session) -> int:
    """How many posts the first user has."""
    return len(session.get_one(User, 1).posts)


async def main() -> None:
    """Read the posts where they may be loaded, but are not there."""
    engine = create_async_engine("sqlite+aiosqlite://")
    try:
        async with AsyncSession(engine) as session:
            await session.execute(text("CREATE TABLE user (id INTEGER PRIMARY KEY)"))
            await session.execute(text("INSERT INTO user VALUES (1)"))
            await session.run_sync(count)
    finally:
        await engine.dispose()


asyncio.run(main())
