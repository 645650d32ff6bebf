"""Create SQLModel objects with and without a collection, and read it."""

import asyncio

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import create_async_engine
from sqlmodel import Field, Relationship, SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession


class User(SQLModel, table=True):
    __tablename__ = "user_account"
    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(max_length=30)
    posts: list["Post"] = Relationship()


class Post(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    user_id: int | None = Field(foreign_key="user_account.id")


engine = create_async_engine("sqlite+aiosqlite://")


async def set_up() -> None:
    async with engine.begin() as connection:
        await connection.run_sync(SQLModel.metadata.create_all)


async def main() -> None:
    try:
        await set_up()
        async with AsyncSession(engine, expire_on_commit=False) as session:
            # --8<-- [start:read]
            # SQLModel
            for user in (User(name="Ada"), User(name="Bob", posts=[])):
                session.add(user)
                await session.commit()
                try:
                    print(user.name, user.posts)
                except SQLAlchemyError as error:
                    print(user.name, error.code)
            # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
