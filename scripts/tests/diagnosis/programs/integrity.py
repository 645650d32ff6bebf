"""Raises sqlalchemy.exc.IntegrityError: the same name twice."""

from sqlalchemy import create_engine, text

with create_engine("sqlite://").begin() as connection:
    connection.execute(text("CREATE TABLE user (name TEXT UNIQUE)"))
    connection.execute(text("INSERT INTO user VALUES ('Ada')"))
    connection.execute(text("INSERT INTO user VALUES ('Ada')"))
