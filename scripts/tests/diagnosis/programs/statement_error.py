"""Raises sqlalchemy.exc.StatementError: a word where a time belongs."""

from datetime import datetime

from sqlalchemy import create_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


class Base(DeclarativeBase):
    """The models' base."""


class User(Base):
    """A user with a time."""

    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)
    updated_at: Mapped[datetime]


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    session.add(User(updated_at="yesterday"))
    session.commit()
