"""List the tables inside run_sync."""

import asyncio

from sqlalchemy import Connection, String, event, inspect
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))


engine = create_async_engine("sqlite+aiosqlite:///app.db")


async def set_up() -> None:
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
        await connection.execute(User.__table__.insert(), {"name": "Ada"})


# --8<-- [start:function]
def table_names(connection: Connection) -> list[str]:
    return inspect(connection).get_table_names()


# --8<-- [end:function]
async def main() -> None:
    try:
        await set_up()
        seen: list[str] = []
        event.listen(
            engine.sync_engine,
            "before_cursor_execute",
            lambda *args: seen.append(args[2]),
        )
        # --8<-- [start:read]
        async with engine.connect() as connection:
            print(await connection.run_sync(table_names))
        # --8<-- [end:read]
        print("statements:", len(seen))
    finally:
        await engine.dispose()


asyncio.run(main())
