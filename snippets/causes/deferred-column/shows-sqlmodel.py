"""Dump a SQLModel object of which a query loaded some columns."""

import asyncio

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.orm import load_only
from sqlmodel import Field, SQLModel, select
from sqlmodel.ext.asyncio.session import AsyncSession


class User(SQLModel, table=True):
    __tablename__ = "user_account"
    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(max_length=30)
    email: str = Field(max_length=60)


engine = create_async_engine("sqlite+aiosqlite://")


async def set_up() -> None:
    async with engine.begin() as connection:
        await connection.run_sync(SQLModel.metadata.create_all)
    async with AsyncSession(engine) as session:
        session.add(User(name="Ada", email="ada@example.com"))
        await session.commit()


async def main() -> None:
    try:
        await set_up()
        async with AsyncSession(engine, expire_on_commit=False) as session:
            # --8<-- [start:read]
            query = select(User).options(load_only(User.name))
            user = (await session.exec(query)).one()
            print(sorted(user.model_dump()))
            try:
                print(user.email)
            except SQLAlchemyError as error:
                print(error.code)
            # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
