# database: none (only SQLite in memory is shown)
"""Give SQLite in memory what other databases take."""

import asyncio
import warnings

from sqlalchemy import StaticPool
from sqlalchemy.ext.asyncio import create_async_engine


async def main() -> None:
    # --8<-- [start:read]
    try:
        create_async_engine("sqlite+aiosqlite:///:memory:", pool_size=5)
    except TypeError as error:
        print(error)
    url = "sqlite+aiosqlite:///file:app?mode=memory&uri=true"
    for options in {}, {"poolclass": StaticPool}:
        with warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("always")
            engine = create_async_engine(url, **options)
        print(type(engine.pool).__name__, *(w.message for w in warned))
        # --8<-- [end:read]
        await engine.dispose()


asyncio.run(main())
