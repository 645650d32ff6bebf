"""Raises sqlalchemy.exc.OperationalError: no such table."""

from sqlalchemy import create_engine, text

with create_engine("sqlite://").connect() as connection:
    connection.execute(text("SELECT updated_at FROM user"))
