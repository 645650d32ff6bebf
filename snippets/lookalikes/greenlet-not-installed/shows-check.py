# also: 2.0-without-greenlet, 2.1-without-greenlet
# database: none (it imports and looks; nothing connects)
"""Say whether async SQLAlchemy can work in this environment."""

import importlib
import importlib.util

# --8<-- [start:read]
found = importlib.util.find_spec("greenlet") is not None
print("greenlet:", "installed" if found else "missing")
try:
    importlib.import_module("sqlalchemy.ext.asyncio")
    print("sqlalchemy.ext.asyncio: imported")
except ImportError as error:
    print(f"sqlalchemy.ext.asyncio: {type(error).__name__}")
# --8<-- [end:read]
