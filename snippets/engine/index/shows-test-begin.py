"""Let SQLAlchemy send the BEGIN to SQLite, and take a test back."""

import asyncio

from sqlalchemy import String, event, func, select
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))


engine = create_async_engine("sqlite+aiosqlite:///app.db")

# --8<-- [start:begin]
if engine.dialect.name == "sqlite":

    @event.listens_for(engine.sync_engine, "connect")
    def leave_begin_to_us(dbapi_connection, record) -> None:
        dbapi_connection.isolation_level = None

    @event.listens_for(engine.sync_engine, "begin")
    def begin(connection) -> None:
        connection.exec_driver_sql("BEGIN")
# --8<-- [end:begin]


async def main() -> None:
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        count = select(func.count(User.id))
        # --8<-- [start:read]
        async with engine.connect() as connection:
            await connection.begin()
            async with AsyncSession(
                connection, join_transaction_mode="create_savepoint"
            ) as session:
                session.add(User(name="Ada"))
                await session.commit()
                print("in the test:", await session.scalar(count))
            await connection.rollback()
        async with engine.connect() as connection:
            print("after it:", await connection.scalar(count))
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
