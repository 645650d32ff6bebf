"""Keep the sync env.py, and give Alembic a URL with a sync driver."""

import asyncio
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, event, make_url, text
from sqlalchemy.ext.asyncio import create_async_engine

URL = "sqlite+aiosqlite:///app.db"

ENV = '''
# --8<-- [start:env]
from alembic import context
from sqlalchemy import engine_from_config, pool


def run_migrations_online() -> None:
    connectable = engine_from_config(
        context.config.get_section("alembic"), poolclass=pool.NullPool
    )
    with connectable.connect() as connection:
        context.configure(connection=connection, target_metadata=None)
        with context.begin_transaction():
            context.run_migrations()


run_migrations_online()
# --8<-- [end:env]
'''

REVISION = '''
import sqlalchemy as sa
from alembic import op

revision, down_revision = "0001", None


def upgrade() -> None:
    user_account = op.create_table(
        "user_account",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.String(30), nullable=False),
    )
    op.bulk_insert(user_account, [{"name": "Ada"}])
'''


# --8<-- [start:url]
def sync_url() -> str:
    drivers = {
        "sqlite": "sqlite+pysqlite",
        "postgresql": "postgresql+psycopg",
        "mysql": "mysql+pymysql",
    }
    url = make_url(URL)
    url = url.set(drivername=drivers[url.get_backend_name()])
    return url.render_as_string(hide_password=False)


# --8<-- [end:url]
def set_up() -> Config:
    Path("migrations/versions").mkdir(parents=True)
    Path("migrations/env.py").write_text(ENV)
    Path("migrations/versions/0001_user.py").write_text(REVISION)
    # --8<-- [start:config]
    config = Config()
    config.set_main_option("script_location", "migrations")
    config.set_main_option("sqlalchemy.url", sync_url().replace("%", "%%"))
    # --8<-- [end:config]
    return config


async def read() -> None:
    engine = create_async_engine(URL)
    seen: list[str] = []
    event.listen(
        Engine, "before_cursor_execute", lambda *args: seen.append(args[2])
    )
    try:
        async with engine.connect() as connection:
            query = text("SELECT name FROM user_account")
            print(await connection.scalar(query))
        print("statements:", len(seen))
    finally:
        await engine.dispose()


# --8<-- [start:run]
command.upgrade(set_up(), "head")
asyncio.run(read())
# --8<-- [end:run]
