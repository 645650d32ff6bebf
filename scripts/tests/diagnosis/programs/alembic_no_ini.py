"""Raises alembic.util.exc.CommandError: nothing is configured here."""

from alembic import command
from alembic.config import Config

command.upgrade(Config(), "head")
