"""Raises sqlalchemy.exc.NoSuchModuleError: the old name of a dialect."""

from sqlalchemy import create_engine

create_engine("postgres://localhost/app")
