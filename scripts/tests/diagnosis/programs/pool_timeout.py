"""Raises sqlalchemy.exc.TimeoutError: a pool of one, asked twice."""

from sqlalchemy import QueuePool, create_engine

engine = create_engine("sqlite://", poolclass=QueuePool, pool_size=1, max_overflow=0, pool_timeout=0.05)
with engine.connect():
    engine.connect()
