"""Give the sync engine a sync driver of the same database."""

import asyncio

from sqlalchemy import Engine, String, create_engine, event
from sqlalchemy import make_url, select
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))


URL = "sqlite+aiosqlite:///app.db"


async def set_up() -> None:
    engine = create_async_engine(URL)
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
            await connection.execute(User.__table__.insert(), {"name": "Ada"})
    finally:
        await engine.dispose()


def main() -> None:
    seen: list[str] = []
    event.listen(
        Engine, "before_cursor_execute", lambda *args: seen.append(args[2])
    )
    # --8<-- [start:read]
    drivers = {
        "sqlite": "sqlite+pysqlite",
        "postgresql": "postgresql+psycopg",
        "mysql": "mysql+pymysql",
    }
    url = make_url(URL)
    url = url.set(drivername=drivers[url.get_backend_name()])
    engine = create_engine(url)
    print(type(engine).__name__)
    try:
        with engine.connect() as connection:
            print(connection.scalar(select(User.name)))
    finally:
        engine.dispose()
    # --8<-- [end:read]
    print("statements:", len(seen))


asyncio.run(set_up())
main()
