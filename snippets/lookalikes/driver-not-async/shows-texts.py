# also: 1.4
# database: none (every engine is refused before anything connects)
"""Print the message for four drivers, of which three are stand-ins."""

import sys
from types import SimpleNamespace

from sqlalchemy import create_engine
from sqlalchemy.exc import InvalidRequestError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

# Stand-ins: this much of a driver its dialect asks for before it connects.
for name in ("psycopg2", "MySQLdb", "pymysql"):
    sys.modules[name] = SimpleNamespace(
        __version__="2.9.12",
        version_info=(2, 2, 8),
        paramstyle="pyformat",
        extensions=None,
        extras=SimpleNamespace(register_uuid=None),
    )

# --8<-- [start:read]
def wrap(url: str) -> AsyncEngine:
    return AsyncEngine(create_engine(url))


for make, url in (
    (create_async_engine, "postgresql+psycopg2://localhost/app"),
    (create_async_engine, "mysql+pymysql://localhost/app"),
    (create_async_engine, "mysql://localhost/app"),
    (wrap, "sqlite:///app.db"),
):
    try:
        make(url)
    except InvalidRequestError as error:
        print(error)
# --8<-- [end:read]
