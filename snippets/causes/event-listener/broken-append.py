"""Set the other side of a collection; a listener of append counts it."""

import asyncio

from sqlalchemy import event
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlmodel import Field, Relationship, SQLModel, select


class User(SQLModel, table=True):
    __tablename__ = "user_account"
    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(max_length=30)
    post_count: int = 0
    posts: list["Post"] = Relationship(back_populates="user")


class Post(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    title: str = Field(max_length=30)
    user_id: int | None = Field(default=None, foreign_key="user_account.id")
    user: User | None = Relationship(back_populates="posts")


engine = create_async_engine("sqlite+aiosqlite://")
Session = async_sessionmaker(engine, expire_on_commit=False)


# --8<-- [start:listener]
@event.listens_for(User.posts, "append")
def count_posts(user: User, post: "Post", *args: object) -> None:
    user.post_count = len(user.posts) + 1


# --8<-- [end:listener]
async def set_up() -> None:
    async with engine.begin() as connection:
        await connection.run_sync(SQLModel.metadata.create_all)
    async with Session.begin() as session:
        session.add(User(name="Ada"))


async def main() -> None:
    try:
        await set_up()
        async with Session() as session:
            # --8<-- [start:read]
            user = (await session.scalars(select(User))).one()
            session.add(Post(title="Hello", user=user))
            await session.commit()
            print(user.post_count)
            # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
