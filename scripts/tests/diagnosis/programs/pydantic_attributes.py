"""Raises pydantic_core._pydantic_core.ValidationError: from_attributes of a plain object without the attribute."""

from types import SimpleNamespace

from pydantic import BaseModel, ConfigDict


class Invoice(BaseModel):
    """An invoice."""

    model_config = ConfigDict(from_attributes=True)
    total: int


Invoice.model_validate(SimpleNamespace(sum=3))
