"""Dump, print and read a SQLModel object after a rollback."""

import asyncio

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import create_async_engine
from sqlmodel import Field, SQLModel, select
from sqlmodel.ext.asyncio.session import AsyncSession


class User(SQLModel, table=True):
    __tablename__ = "user_account"
    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(max_length=30)


engine = create_async_engine("sqlite+aiosqlite://")


async def set_up() -> None:
    async with engine.begin() as connection:
        await connection.run_sync(SQLModel.metadata.create_all)
    async with AsyncSession(engine) as session:
        session.add(User(name="Ada"))
        await session.commit()


async def main() -> None:
    try:
        await set_up()
        async with AsyncSession(engine, expire_on_commit=False) as session:
            # --8<-- [start:read]
            # SQLModel
            user = (await session.exec(select(User))).one()
            await session.rollback()
            print(repr(user), user.model_dump())
            try:
                print(user.name)
            except SQLAlchemyError as error:
                print(error.code)
            # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
