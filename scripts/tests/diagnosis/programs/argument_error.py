"""Raises sqlalchemy.exc.ArgumentError: a model without a primary key."""

from sqlalchemy.orm import DeclarativeBase, Mapped


class Base(DeclarativeBase):
    """The models' base."""


class User(Base):
    """A user whom nothing identifies."""

    __tablename__ = "user"
    name: Mapped[str]
