"""A parent with SQLAlchemy, the drivers and FastAPI imported; each program runs as a fork of it.

A process costs most of its time in imports; a fork costs nearly none. The child runs the program as its own
``__main__`` and ends through the interpreter's normal shutdown, so that nothing Python says at exit is lost.
Runs on the Python of every environment. Requests and answers are one line of JSON each.
"""

import builtins
import gc
import importlib
import json
import os
import signal
import sys
import threading
import traceback
import types

import report

PRELOAD = """
asyncio sqlalchemy sqlalchemy.orm sqlalchemy.ext.asyncio sqlalchemy.ext.hybrid sqlalchemy.ext.associationproxy
sqlalchemy.dialects.sqlite.aiosqlite sqlalchemy.dialects.postgresql.asyncpg sqlalchemy.dialects.postgresql.psycopg
sqlalchemy.dialects.mysql.asyncmy sqlalchemy.dialects.mysql.aiomysql aiosqlite asyncpg psycopg asyncmy aiomysql
""".split()
FRAMEWORKS = "fastapi fastapi.testclient pydantic sqlmodel alembic alembic.command uvicorn".split()


def preload(names):
    """Import what this environment has of ``names``."""
    for name in names:
        try:
            importlib.import_module(name)
        except ImportError:
            pass
    if threading.active_count() != 1:
        sys.exit("forkserver: an import started a thread: " + repr(threading.enumerate()))


def serve():
    """Answer requests until end of input; return the request that this process, a child, is to run."""
    while True:
        line = sys.stdin.readline()
        if not line:
            return None
        request = json.loads(line)
        pid = os.fork()
        if pid == 0:
            return request
        _, status = os.waitpid(pid, 0)
        print(json.dumps({"status": os.waitstatus_to_exitcode(status)}), flush=True)


def enter(request):
    """Make this child look like a fresh ``python -W default program``."""
    signal.alarm(request["timeout"])  # its default action ends the process
    null = os.open(os.devnull, os.O_RDONLY)
    streams = [os.open(request[name], os.O_WRONLY | os.O_CREAT | os.O_TRUNC) for name in ("stdout", "stderr")]
    for number, target in enumerate([null, *streams]):
        os.dup2(target, number)
    os.chdir(request["directory"])
    sys.argv[:] = [request["program"]]
    sys.path[0] = os.path.dirname(request["program"])
    sys.modules.pop("report", None)
    report.install(request["report"])


def run(path):
    """Run the file as ``__main__``; return the exit status."""
    main = types.ModuleType("__main__")
    main.__dict__.update(__file__=path, __builtins__=builtins)
    sys.modules["__main__"] = main
    try:
        with open(path, encoding="utf-8") as file:
            exec(compile(file.read(), path, "exec"), main.__dict__)
    except SystemExit:
        raise
    except BaseException as error:
        # The traceback starts in the program, as if no parent had been there.
        error.__traceback__ = error.__traceback__.tb_next
        try:
            sys.excepthook(type(error), error, error.__traceback__)
        except Exception:
            traceback.print_exc()
        return 1
    return 0


if __name__ == "__main__":
    # Unloading what was imported takes each child longer than all else, so the frameworks have parents of their own.
    preload(PRELOAD + FRAMEWORKS * ("frameworks" in sys.argv))
    gc.freeze()
    print(json.dumps({"ready": sys.version}), flush=True)
    REQUEST = serve()
    if REQUEST is not None:
        enter(REQUEST)
        sys.exit(run(REQUEST["program"]))
