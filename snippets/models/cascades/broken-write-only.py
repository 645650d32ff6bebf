# raises: InvalidRequestError
"""Delete a user whose posts are write-only."""

import asyncio

from sqlalchemy import ForeignKey
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, WriteOnlyMapped
from sqlalchemy.orm import mapped_column, relationship


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    # --8<-- [start:mapping]
    posts: WriteOnlyMapped["Post"] = relationship()
    # --8<-- [end:mapping]


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(
        ForeignKey("user_account.id", ondelete="CASCADE")
    )


engine = create_async_engine("sqlite+aiosqlite://")


async def set_up() -> None:
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    async with AsyncSession(engine) as session, session.begin():
        session.add(User(id=1, posts=[Post()]))


async def main() -> None:
    try:
        await set_up()
        async with AsyncSession(engine) as session:
            # --8<-- [start:read]
            user = await session.get_one(User, 1)
            await session.delete(user)
            await session.commit()
            print(await session.get(User, 1))
            # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
