"""One task's rollback takes the other task's row along."""

import asyncio

from sqlalchemy import String, select
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
        # --8<-- [start:read]
        # Two tasks that write, without an error:
        async with Session() as session:
            flushed, rolled_back = asyncio.Event(), asyncio.Event()

            async def save() -> None:
                session.add(User(name="Bob"))
                await session.flush()
                flushed.set()
                await rolled_back.wait()
                await session.commit()
                print("saved Bob")

            async def give_up() -> None:
                await flushed.wait()
                await session.rollback()
                rolled_back.set()

            await asyncio.gather(save(), give_up())
            print(list(await session.scalars(select(User.name))))
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
