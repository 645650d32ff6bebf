"""Raises ZeroDivisionError: in the property of a plain object that Pydantic reads; no database."""

from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict


@dataclass
class Basket:
    """A basket, perhaps empty."""

    total: int
    count: int

    @property
    def mean(self) -> float:
        """The mean price."""
        return self.total / self.count


class Shown(BaseModel):
    """What the shop shows."""

    model_config = ConfigDict(from_attributes=True)
    mean: float


Shown.model_validate(Basket(0, 0))
