"""Load a SQLModel relationship with the query."""

import asyncio

from sqlalchemy import event
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.orm import selectinload
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
        seen: list[str] = []
        event.listen(
            engine.sync_engine,
            "before_cursor_execute",
            lambda *args: seen.append(args[2]),
        )
        async with AsyncSession(engine, expire_on_commit=False) as session:
            # --8<-- [start:read]
            # SQLModel:
            query = select(User).options(selectinload(User.posts))
            user = (await session.exec(query)).one()
            print(user.name)
            print([post.title for post in user.posts])
            # --8<-- [end:read]
            print("statements:", len(seen))
    finally:
        await engine.dispose()


asyncio.run(main())
