"""Wait for a row that another transaction has changed."""

import asyncio

from sqlalchemy import String, exc, update
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))


# --8<-- [start:read]
MARIADB = {"init_command": "SET SESSION innodb_lock_wait_timeout = 1"}
CONNECT_ARGS = {
    "asyncpg": {"server_settings": {"lock_timeout": "200"}},
    "psycopg": {"options": "-c lock_timeout=200"},
    "asyncmy": MARIADB,
    "aiomysql": MARIADB,
    "aiosqlite": {"timeout": 0.2},
}
# --8<-- [end:read]
URL = "sqlite+aiosqlite:///app.db"
DRIVER = URL.partition("+")[2].partition(":")[0]
engine = create_async_engine(URL, connect_args=CONNECT_ARGS[DRIVER])
Session = async_sessionmaker(engine, expire_on_commit=False)


async def main() -> None:
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        async with Session.begin() as session:
            session.add(User(name="Ada"))
        # --8<-- [start:use]
        async with Session.begin() as one, Session() as two:
            await one.execute(update(User).values(name="Bob"))
            try:
                await two.execute(update(User).values(name="Eve"))
            except exc.DBAPIError as error:
                print("gave up, lost:", error.connection_invalidated)
        # --8<-- [end:use]
    finally:
        await engine.dispose()


asyncio.run(main())
