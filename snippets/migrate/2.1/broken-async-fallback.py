# cells: sqlalchemy>=2.1
# database: none (psycopg refuses the option; on every cell SQLite is asked)
"""Use an async driver without asyncio, by async_fallback."""

from sqlalchemy import NullPool, create_engine, text

# --8<-- [start:read]
# async_fallback
engine = create_engine(
    "sqlite+aiosqlite:///:memory:",
    connect_args={"async_fallback": True},
    poolclass=NullPool,
)
try:
    with engine.connect() as connection:
        print(connection.scalar(text("SELECT 'Ada'")))
finally:
    engine.dispose()
# --8<-- [end:read]
