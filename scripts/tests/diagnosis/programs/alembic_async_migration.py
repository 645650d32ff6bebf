"""Raises sqlalchemy.exc.OperationalError: a migration drops what is not there; the asynchronous env.py is right."""

from pathlib import Path

from alembic import command
from alembic.config import Config

MIGRATION = """
from alembic import op

revision = "0001"
down_revision = None


def upgrade():
    op.drop_table("user")
"""

command.init(Config("alembic.ini"), "migrations", template="async")
config = Config("alembic.ini")
config.set_main_option("sqlalchemy.url", "sqlite+aiosqlite://")
Path("migrations/versions/0001_drop.py").write_text(MIGRATION, encoding="utf-8")
command.upgrade(config, "head")
