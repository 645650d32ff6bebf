# raises: AsyncContextNotStarted
"""Make sync sessions with the async engine itself."""

import asyncio

from sqlalchemy import String, select
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped
from sqlalchemy.orm import mapped_column, sessionmaker


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))


engine = create_async_engine("sqlite+aiosqlite:///app.db")
# --8<-- [start:factory]
SessionLocal = sessionmaker(engine)
# --8<-- [end:factory]


async def set_up() -> None:
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
        await connection.execute(User.__table__.insert(), {"name": "Ada"})


async def main() -> None:
    try:
        await set_up()
        # --8<-- [start:read]
        with SessionLocal() as session:
            print(session.scalars(select(User)).one().name)
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
