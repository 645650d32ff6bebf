# raises: ValidationError
"""Let a Pydantic model read a write-only collection."""

import asyncio

from pydantic import BaseModel
from sqlalchemy import ForeignKey, String, select
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, WriteOnlyMapped
from sqlalchemy.orm import mapped_column, relationship


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))
    posts: WriteOnlyMapped["Post"] = relationship()


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(30))
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))


class PostOut(BaseModel, from_attributes=True):
    title: str


class UserOut(BaseModel, from_attributes=True):
    name: str
    posts: list[PostOut]


engine = create_async_engine("sqlite+aiosqlite://")


async def main() -> None:
    try:
        async with AsyncSession(engine) as setup, setup.begin():
            await (await setup.connection()).run_sync(Base.metadata.create_all)
            setup.add(User(name="Ada", posts=[Post(title="Hello")]))
        async with AsyncSession(engine) as session:
            # --8<-- [start:read]
            user = (await session.scalars(select(User))).one()
            posts = await session.scalars(user.posts.select())
            print(UserOut(name=user.name, posts=posts.all()))
            print(UserOut.model_validate(user))
            # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
