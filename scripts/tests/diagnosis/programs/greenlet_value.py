"""Raises ValueError: in a greenlet that has nothing to do with a database."""

from greenlet import greenlet


def parse() -> int:
    """No number."""
    return int("twelve")


greenlet(parse).switch()
