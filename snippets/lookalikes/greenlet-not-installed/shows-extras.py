# database: none (it reads the metadata of the installed SQLAlchemy)
"""List what makes an installer fetch greenlet along with SQLAlchemy."""

import re
from importlib.metadata import requires

# --8<-- [start:read]
machines, extras = [], []
for requirement in requires("sqlalchemy") or []:
    if re.match(r"greenlet\b|sqlalchemy\[asyncio\]", requirement):
        machines += re.findall(r'platform_machine == "(\w+)"', requirement)
        extras += re.findall(r'extra == "([\w-]+)"', requirement)

print("without an extra:", ", ".join(sorted(machines)) or "never")
print("with an extra:", ", ".join(sorted(extras)))
print("postgresql-psycopg brings it:", "postgresql-psycopg" in extras)
# --8<-- [end:read]
