"""Recognise it by its code anywhere in the exception's chain."""

import asyncio

from sqlalchemy import String, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))


engine = create_async_engine("sqlite+aiosqlite://")
Session = async_sessionmaker(engine)  # commit() expires


# --8<-- [start:function]
def is_missing_greenlet(error: BaseException | None) -> bool:
    while error is not None and getattr(error, "code", None) != "xd2s":
        error = error.__cause__ or getattr(error, "orig", None)
    return error is not None
    # --8<-- [end:function]


async def main() -> None:
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        async with Session() as session:
            session.add(user := User(name="Ada"))
            await session.commit()
            # --8<-- [start:read]
            try:
                print(user.name)
            except SQLAlchemyError as error:
                print(is_missing_greenlet(error))
            await session.rollback()
        async with engine.connect() as connection:
            try:
                connection.sync_connection.execute(select(User.name))
            except SQLAlchemyError as error:
                print(is_missing_greenlet(error))
            # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
