# raises: bhk3
"""Read a column of a SQLModel after a commit and the end of the block."""

import asyncio

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
        async with AsyncSession(engine) as session:
            user = User(name="Grace")
            session.add(user)
            await session.commit()
        print(user.name)
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
