"""Raises AttributeError: nobody was found."""

from types import SimpleNamespace
from typing import Any

USERS = {1: SimpleNamespace(name="Ada", posts=[])}


def posts_of(number: int) -> list:
    """The posts of a user."""
    user: Any = USERS.get(number)
    return user.posts


print(posts_of(2))
