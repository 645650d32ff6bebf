"""Give a coroutine to an event, then await it after the commit instead."""

import asyncio
import warnings

from sqlalchemy import String, event
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))


engine = create_async_engine("sqlite+aiosqlite://")
Maker = async_sessionmaker(engine)


async def notify(name: str) -> None:
    print("notified about", name)


# --8<-- [start:read]
@event.listens_for(Session, "after_commit")
async def never_runs(session: Session) -> None:
    print("the listener runs")


@event.listens_for(Session, "before_flush")
def remember(session: Session, *args: object) -> None:
    session.info["names"] = [user.name for user in session.new]


async def main() -> None:
    async with Maker() as session:
        session.add(User(name="Ada"))
        with warnings.catch_warnings(record=True) as caught:
            await session.commit()
        print(caught[0].message)
        for name in session.info.pop("names"):
            await notify(name)
    # --8<-- [end:read]


async def run() -> None:
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        await main()
    finally:
        await engine.dispose()


asyncio.run(run())
