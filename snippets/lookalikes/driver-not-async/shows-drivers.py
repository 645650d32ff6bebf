# database: none (it asks the dialects, and none of them connects)
"""List what each URL of SQLAlchemy's own dialects can be used for."""

from sqlalchemy import make_url

NAMES = """
sqlite sqlite+aiosqlite
postgresql postgresql+psycopg2 postgresql+asyncpg postgresql+psycopg
mysql mysql+pymysql mysql+asyncmy mysql+aiomysql
mariadb+asyncmy mariadb+aiomysql
mssql mssql+pyodbc mssql+aioodbc
oracle oracle+cx_oracle oracle+oracledb
"""

# --8<-- [start:read]
for name in NAMES.split():
    url = make_url(f"{name}://")
    plain = url.get_dialect()
    awaited = plain.get_async_dialect_cls(url)
    kinds = {plain.is_async, awaited.is_async}
    kind = "both" if len(kinds) == 2 else "async" if True in kinds else "sync"
    print(f"{name:20}{plain.driver:10}{kind}")
# --8<-- [end:read]
