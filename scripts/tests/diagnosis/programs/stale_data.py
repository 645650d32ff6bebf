"""Raises sqlalchemy.orm.exc.StaleDataError: the row went away in between."""

from sqlalchemy import create_engine, text
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


class Base(DeclarativeBase):
    """The models' base."""


class User(Base):
    """A user."""

    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    user = User(name="Ada")
    session.add(user)
    session.flush()
    session.execute(text("DELETE FROM user"))
    user.name = "Grace"
    session.commit()
