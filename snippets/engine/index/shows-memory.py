"""Let two sessions meet in SQLite in memory, and in another database."""

import asyncio

from sqlalchemy import String, select
from sqlalchemy.ext.asyncio import AsyncEngine, async_sessionmaker
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))


# --8<-- [start:read]
async def meet(engine: AsyncEngine) -> None:
    sessions = async_sessionmaker(engine, expire_on_commit=False)
    async with sessions() as one, sessions() as two:
        one.add(User(name="Ada"))
        await one.flush()
        seen = list(await two.scalars(select(User.name)))
        print("not committed, seen:", seen)
        await two.rollback()
        await one.commit()
    async with sessions() as session:
        print("committed:", list(await session.scalars(select(User.name))))
    # --8<-- [end:read]


async def main() -> None:
    memory = "sqlite+aiosqlite:///:memory:"
    for url in memory, "sqlite+aiosqlite:///app.db":
        engine = create_async_engine(url)
        print(type(engine.pool).__name__)
        try:
            async with engine.begin() as connection:
                await connection.run_sync(Base.metadata.create_all)
            await meet(engine)
        finally:
            await engine.dispose()


asyncio.run(main())
