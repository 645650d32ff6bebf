"""What the log says of an exception that nobody caught."""

import logging

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

from kit.explain import explain

log = logging.getLogger("app")


async def unhandled(request: Request, exc: Exception) -> JSONResponse:
    """Log what was read, where, and which page answers it.

    It is registered for `Exception`, because a response model wraps the error
    into a class of FastAPI's own. It hears of background tasks too; their
    requests have an answer already. The server logs the traceback.
    """
    if explanation := explain(exc):
        log.error("%s %s: %s", request.method, request.url.path, explanation)
    return JSONResponse({"detail": "Internal Server Error"}, status_code=500)


def explain_errors(app: FastAPI) -> None:
    app.add_exception_handler(Exception, unhandled)
