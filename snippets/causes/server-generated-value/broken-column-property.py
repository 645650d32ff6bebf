"""Read a column_property() after a flush of its object."""

import asyncio

from sqlalchemy import String, select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, column_property
from sqlalchemy.orm import mapped_column


class Base(DeclarativeBase):
    __mapper_args__ = {"eager_defaults": True}


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))
    visits: Mapped[int] = mapped_column(default=0)
    # --8<-- [start:column]
    points: Mapped[int] = column_property(visits * 10)
    # --8<-- [end:column]


engine = create_async_engine("sqlite+aiosqlite://")
Session = async_sessionmaker(engine, expire_on_commit=False)


async def set_up() -> None:
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    async with Session.begin() as session:
        session.add(User(name="Ada"))


async def main() -> None:
    try:
        await set_up()
        async with Session() as session:
            # --8<-- [start:read]
            user = (await session.scalars(select(User))).one()
            print(user.points)
            user.visits = 2
            await session.commit()
            print(user.points)
            # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
