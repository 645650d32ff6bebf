"""Run Alembic with the env.py that its template “async” writes."""

import asyncio
import logging
import re
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

URL = "sqlite+aiosqlite:///app.db"
logging.getLogger("asyncmy").setLevel("ERROR")

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
    Path("async/versions/0001_user.py").write_text(REVISION)
    config = Config()
    config.set_main_option("script_location", "async")
    config.set_main_option("sqlalchemy.url", URL.replace("%", "%%"))
    return config


async def read() -> None:
    engine = create_async_engine(URL)
    try:
        async with engine.connect() as connection:
            query = text("SELECT name FROM user_account")
            print(await connection.scalar(query))
    finally:
        await engine.dispose()


# --8<-- [start:run]
for name in ("generic", "async"):
    with redirect_stdout(StringIO()):
        command.init(Config(f"{name}.ini"), name, template=name)
    for line in Path(name, "env.py").read_text().splitlines():
        if re.search(r"(engine_from_config|run_sync|asyncio.run)\(", line):
            print(f"{name}: {line.strip()}")

config = set_up()  # its script_location is the folder async
command.upgrade(config, "head")
command.current(config)
asyncio.run(read())
# --8<-- [end:run]
