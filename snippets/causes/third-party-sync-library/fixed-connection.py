"""Call the library inside run_sync, which hands over the connection."""

import asyncio

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, ForeignKey, String
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))


engine = create_async_engine("sqlite+aiosqlite://")


# --8<-- [start:library]
def missing(connection: Connection) -> list[str]:
    context = MigrationContext.configure(connection)
    changes = compare_metadata(context, Base.metadata)
    return [f"{change[0]} {change[1].name}" for change in changes]


# --8<-- [end:library]
async def main() -> None:
    try:
        async with engine.begin() as connection:
            await connection.run_sync(User.__table__.create)
        async with engine.connect() as connection:
            # --8<-- [start:read]
            print(await connection.run_sync(missing))
            # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
