# database: none (SQLite in memory, with both of its drivers)
"""Cross both functions with both kinds of driver."""

import asyncio

from sqlalchemy import create_engine, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import create_async_engine


# --8<-- [start:sync]
def through_create_engine(url: str) -> str:
    engine = create_engine(url)
    try:
        with engine.connect() as connection:
            return connection.execute(text("SELECT 'Ada'")).scalar_one()
    finally:
        engine.dispose()


# --8<-- [end:sync]
# --8<-- [start:async]
async def through_create_async_engine(url: str) -> str:
    engine = create_async_engine(url)
    try:
        async with engine.connect() as connection:
            result = await connection.execute(text("SELECT 'Ada'"))
            return result.scalar_one()
    finally:
        await engine.dispose()


# --8<-- [end:async]
# --8<-- [start:read]
for driver in ("pysqlite", "aiosqlite"):
    for function in (through_create_engine, through_create_async_engine):
        try:
            told = function(f"sqlite+{driver}://")
            if asyncio.iscoroutine(told):
                told = asyncio.run(told)
        except SQLAlchemyError as error:
            told = type(error).__name__
        name = function.__name__.removeprefix("through_")
        print(f"{name:20}{driver:10}{told}")
# --8<-- [end:read]
