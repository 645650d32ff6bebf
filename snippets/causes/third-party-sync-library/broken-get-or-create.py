"""Let factory_boy look an object up before it creates it."""

import asyncio

from factory.alchemy import SQLAlchemyModelFactory
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlmodel import Field, SQLModel


class User(SQLModel, table=True):
    __tablename__ = "user_account"
    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(max_length=30)


# --8<-- [start:factory]
class UserFactory(SQLAlchemyModelFactory):
    class Meta:
        model = User
        sqlalchemy_get_or_create = ["name"]

    name = "Ada"


# --8<-- [end:factory]
engine = create_async_engine("sqlite+aiosqlite://")
Session = async_sessionmaker(engine, expire_on_commit=False)


async def main() -> None:
    try:
        async with engine.begin() as connection:
            await connection.run_sync(SQLModel.metadata.create_all)
        async with Session() as session:
            # --8<-- [start:read]
            UserFactory._meta.sqlalchemy_session = session.sync_session
            user = UserFactory()
            # --8<-- [end:read]
            print(user.name)
    finally:
        await engine.dispose()


asyncio.run(main())
