"""Dump and read a SQLModel object after the commit, with both settings."""

import asyncio

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import create_async_engine
from sqlmodel import Field, SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession


class User(SQLModel, table=True):
    __tablename__ = "user_account"
    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(max_length=30)


engine = create_async_engine("sqlite+aiosqlite://")


async def set_up() -> None:
    async with engine.begin() as connection:
        await connection.run_sync(SQLModel.metadata.create_all)


async def main() -> None:
    try:
        await set_up()
        # --8<-- [start:read]
        for expire in (True, False):
            async with AsyncSession(engine, expire_on_commit=expire) as session:
                user = User(name="Ada")
                session.add(user)
                await session.commit()
                print(expire, user.model_dump())
                try:
                    print(user.name)
                except SQLAlchemyError as error:
                    print(error.code)
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
