# database: none (it maps and looks; nothing connects)
"""Hold the relationships that load when they are read against a list."""

from functools import partial
from pathlib import Path

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

guarded = partial(relationship, lazy="raise_on_sql")


class Base(DeclarativeBase):
    pass


# --8<-- [start:models]
class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))
    posts: Mapped[list["Post"]] = relationship(backref="user")
    likes: Mapped[list["Like"]] = guarded()
# --8<-- [end:models]


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))


class Like(Base):
    __tablename__ = "post_like"
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))


# --8<-- [start:audit]
def unguarded() -> set[str]:
    return {
        f"{mapper.class_.__name__}.{entry.key}"
        for mapper in Base.registry.mappers
        for entry in mapper.relationships
        if entry.lazy in ("select", True, "dynamic")
    }
# --8<-- [end:audit]


# --8<-- [start:test]
def test_unguarded(listed: Path = Path("unguarded.txt")) -> None:
    found, known = unguarded(), set(listed.read_text().split())
    assert found <= known, f"new, guard it: {sorted(found - known)}"
    assert known <= found, f"take it off the list: {sorted(known - found)}"
# --8<-- [end:test]


for text in "", "Post.user User.posts", "Post.user User.likes User.posts":
    Path("unguarded.txt").write_text(text)
    try:
        test_unguarded()
        print("passed")
    except AssertionError as error:
        print(error)
