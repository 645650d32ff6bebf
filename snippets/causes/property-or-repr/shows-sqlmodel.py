"""Print SQLModel objects, and read a property of one."""

import asyncio

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlmodel import Field, Relationship, SQLModel, select
from sqlmodel.ext.asyncio.session import AsyncSession


class User(SQLModel, table=True):
    __tablename__ = "user_account"
    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(max_length=30)
    posts: list["Post"] = Relationship()

    @property
    def post_count(self) -> int:
        return len(self.posts)


class Post(SQLModel, table=True):
    __tablename__ = "post"
    id: int | None = Field(default=None, primary_key=True)
    title: str = Field(max_length=30)
    user_id: int = Field(foreign_key="user_account.id")


engine = create_async_engine("sqlite+aiosqlite://")
Session = async_sessionmaker(engine, class_=AsyncSession)


async def set_up() -> None:
    async with engine.begin() as connection:
        await connection.run_sync(SQLModel.metadata.create_all)
    async with Session.begin() as session:
        session.add(User(name="Ada", posts=[Post(title="Hello")]))


async def main() -> None:
    try:
        await set_up()
        async with Session() as session:
            # --8<-- [start:read]
            user = (await session.exec(select(User))).one()
            print("Ada" in repr(user), "posts" in repr(user))
            try:
                print(user.post_count)
            except SQLAlchemyError as error:
                print(error.code)
            await session.commit()
            print(repr(user))
            # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
