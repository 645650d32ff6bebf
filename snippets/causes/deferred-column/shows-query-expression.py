"""Read a query_expression() with and without its expression."""

import asyncio

from sqlalchemy import String, func, select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.orm import query_expression, with_expression


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))
    # --8<-- [start:column]
    length: Mapped[int | None] = query_expression()
    # --8<-- [end:column]


engine = create_async_engine("sqlite+aiosqlite://")
Session = async_sessionmaker(engine, expire_on_commit=False)


async def set_up() -> None:
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    async with Session.begin() as session:
        session.add(User(name="Ada"))


async def main() -> None:
    try:
        await set_up()
        async with Session() as session:
            # --8<-- [start:read]
            user = (await session.scalars(select(User))).one()
            print(user.length)
            expression = with_expression(User.length, func.length(User.name))
            query = select(User).options(expression)
            user = (await session.scalars(query)).one()
            print(user.length)
            # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
