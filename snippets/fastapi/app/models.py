"""The tables."""

from datetime import datetime

from sqlalchemy import DateTime, ForeignKey, String, Text, func
from sqlalchemy.orm import Mapped, mapped_column

from kit.models import Base, relationship


class User(Base):
    __tablename__ = "user_account"
    repr_attributes = ("name",)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30), unique=True)
    updated_at: Mapped[datetime] = mapped_column(
        DateTime(timezone=True),
        server_default=func.now(),
        onupdate=func.now(),
    )
    # Not cascade="all": with it, a refresh() of the user reaches the posts.
    posts: Mapped[list["Post"]] = relationship(
        back_populates="user",
        cascade="save-update, merge, delete, delete-orphan",
        order_by="Post.id",
    )


class Post(Base):
    __tablename__ = "post"
    repr_attributes = ("title",)

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(80))
    body: Mapped[str] = mapped_column(Text)
    words: Mapped[int | None]
    user_id: Mapped[int] = mapped_column(
        ForeignKey("user_account.id"),
        index=True,
    )
    user: Mapped[User] = relationship(back_populates="posts")
