"""Raises uvicorn.importer.ImportFromStringError: an application that does not exist."""

from uvicorn.importer import import_from_string

import_from_string("json:application")
