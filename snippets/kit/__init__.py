"""Modules to copy into a project, one file each, for SQLAlchemy under asyncio.

They need Python 3.11 and SQLAlchemy 2.0.22 or later, and do not import each other:

- `database`: the engine, the session factory, and what FastAPI needs of them.
- `models`: the declarative base, on which nothing is loaded by accident.
- `explain`: what a MissingGreenlet is about, for a log.
- `testing`: sessions and a guard, so that tests fail where production would.
"""
