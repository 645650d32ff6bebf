"""Raises sqlalchemy.exc.InvalidRequestError: refresh() of an object that was never saved."""

import asyncio

from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """The models' base."""


class User(Base):
    """A user."""

    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)


asyncio.run(AsyncSession().refresh(User(id=1)))
