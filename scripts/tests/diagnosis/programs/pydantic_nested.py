"""Raises pydantic_core._pydantic_core.ValidationError: wrong types, deep in a list."""

from pydantic import BaseModel


class Post(BaseModel):
    """A post."""

    title: str
    views: int


class User(BaseModel):
    """A user with posts."""

    posts: list[Post]


User.model_validate({"posts": [{"title": "One", "views": 1}, {"title": 2, "views": "many"}]})
