"""Compare a data class whose posts no query has loaded."""

import asyncio

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass
from sqlalchemy.orm import mapped_column, relationship


class Base(MappedAsDataclass, DeclarativeBase, kw_only=True):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))
    # --8<-- [start:mapping]
    posts: Mapped[list["Post"]] = relationship(init=False)
    # --8<-- [end:mapping]


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))


engine = create_async_engine("sqlite+aiosqlite://")


async def set_up() -> None:
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    async with AsyncSession(engine) as session, session.begin():
        session.add(User(id=1, name="Ada"))


async def main() -> None:
    try:
        await set_up()
        async with AsyncSession(engine) as session:
            # --8<-- [start:read]
            user = (await session.scalars(select(User))).one()
            print(user == User(id=1, name="Ada"))
            # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
