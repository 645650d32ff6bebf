"""Raises sqlalchemy.exc.InvalidRequestError: a relationship to a class that does not exist."""

from typing import Any

from sqlalchemy.orm import DeclarativeBase, Mapped, configure_mappers, mapped_column, relationship


class Base(DeclarativeBase):
    """The models' base."""


class User(Base):
    """A user with posts."""

    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)
    posts: Mapped[list[Any]] = relationship("Pots")


configure_mappers()
