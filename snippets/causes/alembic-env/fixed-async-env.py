"""Run Alembic with an env.py that opens an async engine."""

import asyncio
import logging
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, event, text
from sqlalchemy.ext.asyncio import create_async_engine

URL = "sqlite+aiosqlite:///app.db"
logging.getLogger("asyncmy").setLevel("ERROR")

ENV = '''
# --8<-- [start:env]
import asyncio

from alembic import context
from sqlalchemy import pool
from sqlalchemy.ext.asyncio import async_engine_from_config


def do_run_migrations(connection) -> None:
    context.configure(connection=connection, target_metadata=None)
    with context.begin_transaction():
        context.run_migrations()


async def run_migrations_online() -> None:
    connectable = async_engine_from_config(
        context.config.get_section("alembic"), poolclass=pool.NullPool
    )
    async with connectable.connect() as connection:
        await connection.run_sync(do_run_migrations)
    await connectable.dispose()


asyncio.run(run_migrations_online())
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


def set_up() -> Config:
    Path("migrations/versions").mkdir(parents=True)
    Path("migrations/env.py").write_text(ENV)
    Path("migrations/versions/0001_user.py").write_text(REVISION)
    config = Config()
    config.set_main_option("script_location", "migrations")
    config.set_main_option("sqlalchemy.url", URL.replace("%", "%%"))
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
