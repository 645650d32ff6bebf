"""Read a self-referential relationship with lazy=selectin."""

import asyncio

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))
    user_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    # --8<-- [start:mapping]
    users: Mapped[list["User"]] = relationship(lazy="selectin")
    # --8<-- [end:mapping]


engine = create_async_engine("sqlite+aiosqlite://")
Session = async_sessionmaker(engine, expire_on_commit=False)


async def set_up() -> None:
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    async with Session.begin() as session:
        session.add(
            User(name="Ada", users=[User(name="Bob", users=[User(name="Cy")])])
        )


async def main() -> None:
    try:
        await set_up()
        async with Session() as session:
            # --8<-- [start:read]
            query = select(User).where(User.user_id.is_(None))
            user = (await session.scalars(query)).one()
            print([below.name for below in user.users])
            # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
