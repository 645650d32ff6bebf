"""Raises sqlalchemy.orm.exc.ObjectDeletedError: an expired object, read where it may be, whose row is gone."""

import asyncio

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


class Base(DeclarativeBase):
    """The models' base."""


class User(Base):
    """A user."""

    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)
    updated_at: Mapped[str]


def read(session: Session) -> str:
    """Expire a user whose row is gone, then read it."""
    user = User(updated_at="now")
    session.add(user)
    session.commit()
    session.execute(text("DELETE FROM user"))
    return user.updated_at


async def main() -> None:
    """Read inside run_sync."""
    engine = create_async_engine("sqlite+aiosqlite://")
    try:
        async with AsyncSession(engine) as session:
            await (await session.connection()).run_sync(Base.metadata.create_all)
            await session.run_sync(read)
    finally:
        await engine.dispose()


asyncio.run(main())
