# database: none (it makes the engines, and connects to nothing)
"""Turn the URLs that a host hands out into async ones."""

from sqlalchemy import make_url
from sqlalchemy.ext.asyncio import create_async_engine

# --8<-- [start:read]
DRIVERS = {
    "sqlite": "sqlite+aiosqlite",
    "postgres": "postgresql+asyncpg",
    "postgresql": "postgresql+asyncpg",
    "mysql": "mysql+asyncmy",
}

for text in (
    "postgres://ada:s%40fe@db.example/app",
    "postgresql+psycopg2://ada:s%40fe@db.example/app?sslmode=require",
    "mysql://ada:s%40fe@db.example/app",
    "sqlite:///app.db",
):
    url = make_url(text)
    url = url.set(drivername=DRIVERS[url.get_backend_name()])
    engine = create_async_engine(url)
    print(engine.url, engine.dialect.is_async, engine.url.password)
# --8<-- [end:read]
