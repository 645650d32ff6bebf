# raises: ModuleNotFoundError
# cells: sqlalchemy<2.1
# database: none (it makes the engine, and connects to nothing)
"""Leave the choice of the driver to SQLAlchemy."""

from sqlalchemy.ext.asyncio import create_async_engine

# --8<-- [start:read]
engine = create_async_engine("postgresql://ada@localhost/app")
print(engine.dialect.driver, engine.dialect.is_async)
# --8<-- [end:read]
