"""Raises alembic.util.exc.CommandError: can't locate a revision; the env.py is synchronous, and right."""

from alembic import command
from alembic.config import Config

config = Config("alembic.ini")
command.init(config, "migrations")
config = Config("alembic.ini")
config.set_main_option("sqlalchemy.url", "sqlite://")
command.upgrade(config, "5a1f0c9d2b7e")
