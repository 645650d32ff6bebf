"""Read twice in a transaction while another one commits in between."""

import asyncio

from sqlalchemy import String, func, select
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
        count = select(func.count(User.id))
        async with Session() as reader:
            print("first:", await reader.scalar(count))
            async with Session.begin() as writer:
                writer.add(User(name="Ada"))
            print("second:", await reader.scalar(count))
            await reader.commit()
            print("after commit:", await reader.scalar(count))
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
