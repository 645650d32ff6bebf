"""Run sync session code from an async session, with run_sync."""

import asyncio

from sqlalchemy import String, event, select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))


URL = "sqlite+aiosqlite:///app.db"


# --8<-- [start:engine]
engine = create_async_engine(URL)
SessionLocal = async_sessionmaker(engine)


# --8<-- [end:engine]
async def set_up() -> None:
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
        await connection.execute(User.__table__.insert(), {"name": "Ada"})


# --8<-- [start:read]
def read(session: Session) -> None:
    print(session.scalars(select(User)).one().name)


# --8<-- [end:read]
async def main() -> None:
    try:
        await set_up()
        seen: list[str] = []
        event.listen(
            engine.sync_engine,
            "before_cursor_execute",
            lambda *args: seen.append(args[2]),
        )
        # --8<-- [start:run]
        async with SessionLocal() as session:
            await session.run_sync(read)
        # --8<-- [end:run]
        print("statements:", len(seen))
    finally:
        await engine.dispose()


asyncio.run(main())
