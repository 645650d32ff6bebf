# database: none (nothing connects; the engine only says which pool it has)
"""Leave the pool of an async engine to SQLAlchemy."""

from sqlalchemy.ext.asyncio import create_async_engine

# --8<-- [start:read]
engine = create_async_engine("postgresql+asyncpg://localhost/app")
print(type(engine.pool).__name__)
# --8<-- [end:read]
