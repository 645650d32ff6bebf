"""Make one engine and one session factory, use them, close the engine."""

import asyncio

from sqlalchemy import String, event, select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))


# --8<-- [start:read]
engine = create_async_engine("sqlite+aiosqlite:///app.db", pool_pre_ping=True)
Session = async_sessionmaker(engine, expire_on_commit=False)
# --8<-- [end:read]
opened: list[object] = []
event.listen(engine.sync_engine, "connect", lambda *args: opened.append(args))


def show(when: str) -> None:
    print(f"{when}: {len(opened)} opened, {engine.pool.checkedout()} in use")


# --8<-- [start:main]
async def main() -> None:
    try:
        show("engine made")
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        show("tables made")
        async with Session() as session:
            show("session made")
            session.add(User(name="Ada"))
            show("added")
            await session.flush()
            show("flushed")
            await session.commit()
            show("committed")
            await session.scalars(select(User))
            show("queried")
        show("session closed")
    finally:
        await engine.dispose()
    # --8<-- [end:main]


asyncio.run(main())
