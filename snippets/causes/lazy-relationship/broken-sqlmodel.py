"""Read a SQLModel relationship that no query loaded."""

import asyncio

from sqlalchemy.ext.asyncio import create_async_engine
from sqlmodel import Field, Relationship, SQLModel, select
from sqlmodel.ext.asyncio.session import AsyncSession


class User(SQLModel, table=True):
    __tablename__ = "user_account"
    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(max_length=30)
    posts: list["Post"] = Relationship(back_populates="user")


class Post(SQLModel, table=True):
    __tablename__ = "post"
    id: int | None = Field(default=None, primary_key=True)
    title: str = Field(max_length=30)
    user_id: int | None = Field(default=None, foreign_key="user_account.id")
    user: User | None = Relationship(back_populates="posts")


engine = create_async_engine("sqlite+aiosqlite://")


async def set_up() -> None:
    async with engine.begin() as connection:
        await connection.run_sync(SQLModel.metadata.create_all)
    async with AsyncSession(engine) as session:
        session.add(User(name="Ada", posts=[Post(title="Hello")]))
        await session.commit()


async def main() -> None:
    try:
        await set_up()
        async with AsyncSession(engine, expire_on_commit=False) as session:
            # --8<-- [start:read]
            # SQLModel:
            user = (await session.exec(select(User))).one()
            print(user.name)
            print([post.title for post in user.posts])
            # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
