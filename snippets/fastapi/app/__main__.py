"""Serve the application: `python -m app`."""

import uvicorn

from app.settings import settings

uvicorn.run("app.main:app", host=settings.host, port=settings.port)
