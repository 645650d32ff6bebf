"""Raises sqlalchemy.exc.ArgumentError: selectinload of another class's attribute."""

from sqlalchemy import ForeignKey, create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship, selectinload


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


with Session(create_engine("sqlite://")) as session:
    session.scalars(select(Post).options(selectinload(User.posts)))
