"""Raises sqlalchemy.exc.NoResultFound: one row asked for, none there."""

from sqlalchemy import create_engine, text

with create_engine("sqlite://").connect() as connection:
    connection.execute(text("SELECT 1 WHERE 1 = 2")).one()
