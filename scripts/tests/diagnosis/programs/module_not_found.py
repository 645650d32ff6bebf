"""Raises ModuleNotFoundError: No module named 'foo'."""

import foo  # pyright: ignore[reportMissingImports]

print(foo)
