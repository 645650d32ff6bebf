"""Read in the handler: before the rollback, and after it."""

import asyncio

from sqlalchemy import String, select
from sqlalchemy.exc import IntegrityError, SQLAlchemyError
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30), unique=True)


engine = create_async_engine("sqlite+aiosqlite://")
Session = async_sessionmaker(engine, expire_on_commit=False)


async def set_up() -> None:
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    async with Session.begin() as session:
        session.add(User(name="Ada"))


def read(user: User) -> str:
    try:
        return user.name
    except SQLAlchemyError as error:
        return str(error.code)


async def main() -> None:
    try:
        await set_up()
        async with Session() as session:
            # --8<-- [start:read]
            user = (await session.scalars(select(User))).one()
            new = User(name="Ada")
            session.add(new)
            try:
                await session.commit()
            except IntegrityError:
                print("before the rollback:", read(user))
                await session.rollback()
                print("after the rollback:", read(user))
                print("the refused object:", read(new))
            # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
