# raises: ModuleNotFoundError
# database: none (the driver's package is missing, so nothing connects)
"""Name an async driver whose package is not installed."""

from sqlalchemy.ext.asyncio import create_async_engine

# --8<-- [start:read]
engine = create_async_engine("mssql+aioodbc://ada@localhost/app")
# --8<-- [end:read]
