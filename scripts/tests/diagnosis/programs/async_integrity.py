"""Raises sqlalchemy.exc.IntegrityError: on commit, among the frames of greenlets."""

import asyncio

from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """The models' base."""


class User(Base):
    """A user whose name is unique."""

    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)


async def main() -> None:
    """Insert two of one name."""
    engine = create_async_engine("sqlite+aiosqlite://")
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        async with AsyncSession(engine) as session:
            session.add_all([User(name="Ada"), User(name="Ada")])
            await session.commit()
    finally:
        await engine.dispose()


asyncio.run(main())
