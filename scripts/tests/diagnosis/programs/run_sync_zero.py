"""Raises ZeroDivisionError: inside session.run_sync, among the frames of greenlets."""

import asyncio

from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session


def share(session: Session) -> float:
    """One by the number of new objects."""
    return 1 / len(session.new)


asyncio.run(AsyncSession().run_sync(share))
