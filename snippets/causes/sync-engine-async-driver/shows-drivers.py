# database: none (it asks the dialects, and none of them connects)
"""Ask which drivers create_engine() can use without await."""

from sqlalchemy import make_url

NAMES = [
    "sqlite+aiosqlite",
    "postgresql+asyncpg",
    "postgresql+psycopg",
    "mysql+asyncmy",
    "mysql+aiomysql",
    "mssql+aioodbc",
    "oracle+oracledb",
]

# --8<-- [start:read]
for name in NAMES:
    dialect = make_url(f"{name}://").get_dialect()
    print(f"{name:20}", "async only" if dialect.is_async else "also sync")
# --8<-- [end:read]
