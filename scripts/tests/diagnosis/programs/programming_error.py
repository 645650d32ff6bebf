"""Raises sqlalchemy.exc.ProgrammingError: too few values."""

from sqlalchemy import create_engine

with create_engine("sqlite://").connect() as connection:
    connection.exec_driver_sql("SELECT ?, ?", (1,))
