"""Raises sqlalchemy.exc.MultipleResultsFound: one row asked for, two there."""

from sqlalchemy import create_engine, text

with create_engine("sqlite://").connect() as connection:
    connection.execute(text("SELECT 1 UNION SELECT 2")).scalar_one()
