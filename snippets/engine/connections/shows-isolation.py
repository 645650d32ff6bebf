"""Set the isolation of an engine, a connection and a session."""

import asyncio

from sqlalchemy import String, func, insert, select
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
        # --8<-- [start:read]
        async with engine.connect() as connection:
            print("default:", await connection.get_isolation_level())

        autocommit = engine.execution_options(isolation_level="AUTOCOMMIT")
        async with autocommit.connect() as connection:
            await connection.execute(insert(User).values(name="Ada"))
            await connection.rollback()
            count = await connection.scalar(select(func.count(User.id)))
            print("after rollback:", count)
        print("one pool:", autocommit.pool is engine.pool)

        level = {"isolation_level": "SERIALIZABLE"}
        async with Session() as session:
            connection = await session.connection(execution_options=level)
            print("session:", await connection.get_isolation_level())
        async with Session() as session:
            connection = await session.connection()
            print("next:", await connection.get_isolation_level())
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
