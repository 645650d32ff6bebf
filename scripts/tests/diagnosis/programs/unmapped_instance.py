"""Raises sqlalchemy.orm.exc.UnmappedInstanceError: an object that no model knows."""

from sqlalchemy.orm import Session

Session().add(object())
