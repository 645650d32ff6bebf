# raises: ArgumentError
# database: none (the session is refused before anything connects)
"""Give an async session a sync engine."""

from sqlalchemy import create_engine
from sqlalchemy.ext.asyncio import async_sessionmaker

# --8<-- [start:read]
engine = create_engine("sqlite:///app.db")
Session = async_sessionmaker(engine)
session = Session()
# --8<-- [end:read]
