"""Raises sqlalchemy.exc.ArgumentError: a path is no URL."""

from sqlalchemy.ext.asyncio import create_async_engine

create_async_engine("./app.db")
