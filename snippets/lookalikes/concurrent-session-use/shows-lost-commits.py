"""Commit from two tasks with one session: nothing is saved."""

import asyncio
import warnings

from sqlalchemy import String, select
from sqlalchemy.exc import SAWarning
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))


engine = create_async_engine("sqlite+aiosqlite:///app.db")
Session = async_sessionmaker(engine, expire_on_commit=False)


async def set_up() -> None:
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    async with Session.begin() as session:
        session.add(User(name="Ada"))


async def main() -> None:
    try:
        await set_up()
        with warnings.catch_warnings(record=True, category=SAWarning) as caught:
            # --8<-- [start:read]
            # Two tasks that commit:
            async with Session() as session:
                await session.connection()

                async def save(name: str) -> None:
                    session.add(User(name=name))
                    await session.commit()

                for error in await asyncio.gather(
                    save("Bob"), save("Eve"), return_exceptions=True
                ):
                    print(f"{type(error).__name__}: {error}")
            async with Session() as session:
                print(list(await session.scalars(select(User.name))))
            # --8<-- [end:read]
        for each in caught:
            print("SAWarning:", str(each.message).split(". ")[0])
    finally:
        await engine.dispose()


asyncio.run(main())
