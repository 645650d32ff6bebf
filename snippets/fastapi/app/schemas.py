"""What goes over the wire.

A field of an `…Out` model is an attribute that every query behind it loads.
"""

from datetime import datetime
from typing import Annotated, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field

Name = Annotated[str, Field(min_length=1, max_length=30)]
Title = Annotated[str, Field(min_length=1, max_length=80)]


Item = TypeVar("Item")


class Out(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class UserRef(Out):
    id: int
    name: str


class PostRef(Out):
    id: int
    title: str


class UserOut(UserRef):
    updated_at: datetime
    posts: list[PostRef]  # selectinload(User.posts)


class PostOut(PostRef):
    body: str
    words: int | None
    user: UserRef  # joinedload(Post.user)


class Page(Out, Generic[Item]):
    items: list[Item]
    next: int | None  # ask for it with ?after=; None on the last page


class UserIn(BaseModel):
    name: Name


class PostIn(BaseModel):
    title: Title
    body: str
    user_id: int


class PostPatch(BaseModel):
    title: Title | None = None
    body: str | None = None
