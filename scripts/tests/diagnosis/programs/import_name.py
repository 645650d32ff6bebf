"""Raises ImportError: a misspelt name."""

from json import lods  # pyright: ignore[reportAttributeAccessIssue]

print(lods)
