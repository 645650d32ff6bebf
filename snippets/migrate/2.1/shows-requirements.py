# database: none (it reads the metadata of the installed SQLAlchemy)
"""Print which Python the installed SQLAlchemy asks for."""

from importlib.metadata import metadata

# --8<-- [start:read]
print("Python", metadata("sqlalchemy")["Requires-Python"])
# --8<-- [end:read]
