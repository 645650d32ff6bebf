"""Read a deferred column past raiseload("*")."""

import asyncio

from sqlalchemy import String, Text, select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, raiseload


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))
    bio: Mapped[str] = mapped_column(Text, deferred=True)


engine = create_async_engine("sqlite+aiosqlite://")
Session = async_sessionmaker(engine, expire_on_commit=False)


async def main() -> None:
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        async with Session.begin() as session:
            session.add(User(name="Ada", bio="Poet"))
        async with Session() as session:
            # --8<-- [start:read]
            query = select(User).options(raiseload("*"))
            user = (await session.scalars(query)).one()
            print(user.name)
            print(user.bio)
            # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
