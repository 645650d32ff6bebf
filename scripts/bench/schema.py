"""The one schema of the laboratory, with the rows that a point asks for."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Column, ForeignKey, String, Table, Text, insert
from sqlalchemy.ext.asyncio import AsyncAttrs, AsyncConnection
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

from scripts.bench.points import Point

NAME = 10  # characters of the short text


class Base(AsyncAttrs, DeclarativeBase):
    pass


read = Table(
    "user_read",
    Base.metadata,
    Column("user_id", ForeignKey("user_account.id"), primary_key=True),
    Column("post_id", ForeignKey("post.id"), primary_key=True),
)


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str] = mapped_column(String(30))
    bio: Mapped[str] = mapped_column(Text)
    posts: Mapped[list["Post"]] = relationship(back_populates="user")
    likes: Mapped[list["Like"]] = relationship()
    read: Mapped[list["Post"]] = relationship(secondary=read)


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"), index=True)
    title: Mapped[str] = mapped_column(String(30))
    body: Mapped[str] = mapped_column(Text)
    user: Mapped["User"] = relationship(back_populates="posts")
    comments: Mapped[list["Comment"]] = relationship()


class Like(Base):
    __tablename__ = "post_like"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"), index=True)
    title: Mapped[str] = mapped_column(String(30))
    body: Mapped[str] = mapped_column(Text)


class Comment(Base):
    __tablename__ = "comment"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    post_id: Mapped[int] = mapped_column(ForeignKey("post.id"), index=True)
    title: Mapped[str] = mapped_column(String(30))
    body: Mapped[str] = mapped_column(Text)


def text(number: int) -> str:
    """A short text of always the same length."""
    return f"n{number:0{NAME - 1}}"


async def fill(connection: AsyncConnection, point: Point) -> None:
    """Make the tables anew, with the point's rows."""
    await connection.run_sync(Base.metadata.drop_all)
    await connection.run_sync(Base.metadata.create_all)
    for table, rows in _tables(point):
        batch = list(rows)
        for start in range(0, len(batch), 5000):
            await connection.execute(insert(table), batch[start : start + 5000])
    if connection.dialect.name == "postgresql":
        await connection.exec_driver_sql("ANALYZE")


def _tables(point: Point) -> Iterator[tuple[Any, Iterator[dict[str, Any]]]]:
    users = point.targets if point.kind == "many-to-one" else point.parents
    wide = point.parent_bytes
    yield User, ({"id": n, "name": text(n), "bio": "b" * wide} for n in range(1, users + 1))
    yield Post, _children(point, "user_id", _owners(point))
    if point.kind == "siblings":
        yield Like, _children(point, "user_id", _owners(point))
    if point.kind == "two-levels":
        posts = range(1, point.parents * point.children + 1)
        yield Comment, _children(point, "post_id", [post for post in posts for _ in range(point.nested)])
    if point.kind == "many-to-many":
        yield read, _links(point)


def _owners(point: Point) -> list[int]:
    """The owner of each post, in order."""
    if point.kind == "many-to-one":
        return [1 + number % point.targets for number in range(point.parents)]
    return [user for user in range(1, point.parents + 1) for _ in range(point.children)]


def _children(point: Point, key: str, owners: list[int]) -> Iterator[dict[str, Any]]:
    for number, owner in enumerate(owners, 1):
        yield {"id": number, key: owner, "title": text(number), "body": "c" * point.child_bytes}


def _links(point: Point) -> Iterator[dict[str, Any]]:
    """Every user has read ``children`` posts, and most posts were read by two users."""
    pool = max(point.children, point.parents * point.children // 2)
    for number in range(point.parents * point.children):
        yield {"user_id": 1 + number // point.children, "post_id": 1 + number % pool}
