"""Give sync code a sync engine of its own, with a sync driver."""

import asyncio

from sqlalchemy import String, create_engine, event, select
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))


engine = create_async_engine("sqlite+aiosqlite:///app.db")

# --8<-- [start:engine]
drivers = {
    "sqlite": "sqlite+pysqlite",
    "postgresql": "postgresql+psycopg",
    "mysql": "mysql+pymysql",
}
backend = engine.url.get_backend_name()
url = engine.url.set(drivername=drivers[backend])
sync_engine = create_engine(url)
# --8<-- [end:engine]


async def set_up() -> None:
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
        await connection.execute(User.__table__.insert(), {"name": "Ada"})


async def main() -> None:
    try:
        await set_up()
        seen: list[str] = []
        event.listen(
            sync_engine,
            "before_cursor_execute",
            lambda *args: seen.append(args[2]),
        )
        # --8<-- [start:read]
        with Session(sync_engine) as session:
            print(session.scalars(select(User)).one().name)
        # --8<-- [end:read]
        print("statements:", len(seen))
    finally:
        sync_engine.dispose()
        await engine.dispose()


asyncio.run(main())
