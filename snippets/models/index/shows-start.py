"""Read everything after a commit, with the settings of this page."""

import asyncio
from datetime import datetime

from sqlalchemy import ForeignKey, String, func, select
from sqlalchemy.ext.asyncio import AsyncAttrs, async_sessionmaker
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.orm import relationship, selectinload


# --8<-- [start:base]
class Base(AsyncAttrs, DeclarativeBase):
    __mapper_args__ = {"eager_defaults": True}
# --8<-- [end:base]


# --8<-- [start:user]
class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))
    updated_at: Mapped[datetime] = mapped_column(
        server_default=func.now(), onupdate=func.now()
    )
    posts: Mapped[list["Post"]] = relationship(lazy="raise_on_sql")
# --8<-- [end:user]


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(30))
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))


engine = create_async_engine("sqlite+aiosqlite://")
# --8<-- [start:session]
Session = async_sessionmaker(engine, expire_on_commit=False)
# --8<-- [end:session]


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
            query = select(User).options(selectinload(User.posts))
            user = (await session.scalars(query)).one()
            user.name = "Grace"
            await session.commit()
            print(user.id, user.name, user.updated_at is not None)
            print([post.title for post in user.posts])
            # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
