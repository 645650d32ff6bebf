"""Raises sqlalchemy.exc.AmbiguousForeignKeysError: a relationship over two foreign keys."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, configure_mappers, mapped_column, relationship


class Base(DeclarativeBase):
    """The models' base."""


class User(Base):
    """A user with messages."""

    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)
    messages: Mapped[list["Message"]] = relationship(lazy="selectin")


class Message(Base):
    """A message from one user to another."""

    __tablename__ = "message"
    id: Mapped[int] = mapped_column(primary_key=True)
    sender: Mapped[int] = mapped_column(ForeignKey("user.id"))
    receiver: Mapped[int] = mapped_column(ForeignKey("user.id"))


configure_mappers()
