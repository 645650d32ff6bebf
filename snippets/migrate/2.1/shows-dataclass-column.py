"""List what an instance of a mapped data class holds after its commit."""

import asyncio

from sqlalchemy import String
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass
from sqlalchemy.orm import mapped_column


class Base(MappedAsDataclass, DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    name: Mapped[str] = mapped_column(String(30))
    # --8<-- [start:model]
    # a column of a data class
    bio: Mapped[str | None] = mapped_column(String(30), default=None)
    # --8<-- [end:model]


engine = create_async_engine("sqlite+aiosqlite://")
Session = async_sessionmaker(engine, expire_on_commit=False)


async def set_up() -> None:
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)


async def main() -> None:
    try:
        await set_up()
        async with Session() as session:
            # --8<-- [start:read]
            user = User(name="Grace")
            session.add(user)
            await session.commit()
            print("bio" in vars(user), user.bio)
            # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
