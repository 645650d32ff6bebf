"""Raises pydantic_core._pydantic_core.ValidationError: a field is missing in a dict."""

from pydantic import BaseModel


class User(BaseModel):
    """A user with an address."""

    name: str
    email: str


User.model_validate({"name": "Ada"})
