"""Use async factories for a SubFactory and for a batch."""

import asyncio

from factory import SubFactory
from factory.alchemy import SQLAlchemyModelFactory
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlmodel import Field, Relationship, SQLModel


class User(SQLModel, table=True):
    __tablename__ = "user_account"
    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(max_length=30)


class Post(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    user_id: int | None = Field(default=None, foreign_key="user_account.id")
    user: User | None = Relationship()


# --8<-- [start:factory]
class AsyncFactory(SQLAlchemyModelFactory):
    @classmethod
    async def _create(cls, model, **kwargs):
        for name, value in kwargs.items():
            if asyncio.iscoroutine(value):
                print(f"{model.__name__}.{name} is a coroutine")
                kwargs[name] = await value
        session = cls._meta.sqlalchemy_session
        session.add(made := model(**kwargs))
        await session.flush()
        return made


# --8<-- [end:factory]
class UserFactory(AsyncFactory):
    class Meta:
        model = User

    name = "Ada"


class PostFactory(AsyncFactory):
    class Meta:
        model = Post

    user = SubFactory(UserFactory)


engine = create_async_engine("sqlite+aiosqlite://")
Session = async_sessionmaker(engine, expire_on_commit=False)


async def main() -> None:
    try:
        async with engine.begin() as connection:
            await connection.run_sync(SQLModel.metadata.create_all)
        async with Session() as session:
            UserFactory._meta.sqlalchemy_session = session
            PostFactory._meta.sqlalchemy_session = session
            # --8<-- [start:read]
            post = await PostFactory()
            print(post.user.name)
            users = [await made for made in UserFactory.create_batch(2)]
            print([user.id for user in users])
            # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
