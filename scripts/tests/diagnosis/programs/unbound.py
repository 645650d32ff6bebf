"""Raises sqlalchemy.exc.UnboundExecutionError: a session without an engine."""

from sqlalchemy import text
from sqlalchemy.orm import Session

Session().execute(text("SELECT 1"))
