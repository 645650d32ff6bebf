"""Raises alembic.util.exc.CommandError: can't locate a revision; the env.py is asynchronous, and right."""

from alembic import command
from alembic.config import Config

command.init(Config("alembic.ini"), "migrations", template="async")
config = Config("alembic.ini")
config.set_main_option("sqlalchemy.url", "sqlite+aiosqlite://")
command.upgrade(config, "5a1f0c9d2b7e")
