# database: none (it asks for names only)
"""Ask sqlalchemy.exc for the class, its parents, and names seen elsewhere."""

from sqlalchemy import exc

# --8<-- [start:read]
print(exc.MissingGreenlet.code)
print([parent.__name__ for parent in exc.MissingGreenlet.__mro__[:3]])
print(issubclass(exc.StatementError, exc.MissingGreenlet))
for name in ("GreenletSpawnError", "LazyLoadError"):
    print(name, hasattr(exc, name))
# --8<-- [end:read]
