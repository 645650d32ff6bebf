"""Raises fastapi.exceptions.FastAPIError: a mapped class as the response model."""

from fastapi import FastAPI
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """The models' base."""


class User(Base):
    """A user."""

    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)


app = FastAPI()


@app.get("/user", response_model=User)
async def user() -> User:
    """Somebody."""
    return User(id=1)
