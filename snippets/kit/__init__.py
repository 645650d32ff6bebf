"""Modules to copy into a project, one file each, for SQLAlchemy under asyncio.

They need Python 3.11 and SQLAlchemy 2.0 or 2.1, and do not import each other:

- `database`: the engine, the session factory, and what FastAPI needs of them.
- `models`: the declarative base, on which nothing is loaded by accident.
"""
