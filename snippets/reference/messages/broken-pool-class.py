# raises: pcls
# database: none (the engine is refused before anything connects)
"""Give an async engine the pool of a sync one."""

from sqlalchemy import QueuePool
from sqlalchemy.ext.asyncio import create_async_engine

# --8<-- [start:read]
url = "postgresql+asyncpg://localhost/app"
create_async_engine(url, poolclass=QueuePool)
# --8<-- [end:read]
