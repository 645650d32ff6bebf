"""Give each task a session of its own, from the same factory."""

import asyncio

from sqlalchemy import String
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


async def main() -> None:
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        async with Session.begin() as session:
            session.add_all([User(id=1, name="Ada"), User(id=2, name="Bob")])
        both = asyncio.Barrier(2)

        # --8<-- [start:read]
        async def find(id: int) -> tuple[str, int]:
            async with Session() as session:
                user = await session.get_one(User, id)
                await both.wait()
                in_use = engine.pool.checkedout()
                await both.wait()
                return user.name, in_use

        print(await asyncio.gather(find(1), find(2)))
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
