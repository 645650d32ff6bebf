"""Encode an object of a class that is mapped as a dataclass."""

import asyncio

from fastapi.encoders import jsonable_encoder
from sqlalchemy import ForeignKey, String, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass
from sqlalchemy.orm import mapped_column, relationship


# --8<-- [start:base]
class Base(MappedAsDataclass, DeclarativeBase):
    pass
# --8<-- [end:base]


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    name: Mapped[str] = mapped_column(String(30))
    posts: Mapped[list["Post"]] = relationship(back_populates="user")


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    title: Mapped[str] = mapped_column(String(30))
    user_id: Mapped[int] = mapped_column(
        ForeignKey("user_account.id"), init=False
    )
    user: Mapped[User] = relationship(back_populates="posts", init=False)


engine = create_async_engine("sqlite+aiosqlite://")
Session = async_sessionmaker(engine, expire_on_commit=False)


async def set_up() -> None:
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    async with Session.begin() as session:
        session.add(User(name="Ada", posts=[Post(title="Hello")]))


async def main() -> None:
    try:
        await set_up()
        async with Session() as session:
            # --8<-- [start:read]
            user = (await session.scalars(select(User))).one()
            try:
                print(jsonable_encoder(user))
            except SQLAlchemyError as error:
                print(error.code)
            # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
