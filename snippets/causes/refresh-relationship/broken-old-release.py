# raises: xd2s or InvalidRequestError
# cells: sqlalchemy<2.0.4
# also: 2.0.3, 1.4
"""Refresh a collection by name, in a style that 1.4 knows too."""

import asyncio

from sqlalchemy import Column, ForeignKey, Integer, String, select
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import declarative_base, relationship, sessionmaker

Base = declarative_base()


class User(Base):
    __tablename__ = "user_account"
    id = Column(Integer, primary_key=True)
    name = Column(String(30))
    posts = relationship("Post", back_populates="user")


class Post(Base):
    __tablename__ = "post"
    id = Column(Integer, primary_key=True)
    title = Column(String(30))
    user_id = Column(ForeignKey("user_account.id"))
    user = relationship("User", back_populates="posts")


engine = create_async_engine("sqlite+aiosqlite://")
Session = sessionmaker(engine, class_=AsyncSession, expire_on_commit=False)


async def set_up():
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    async with Session() as session:
        session.add(User(name="Ada", posts=[Post(title="Hello")]))
        await session.commit()


async def main():
    try:
        await set_up()
        async with Session() as session:
            # --8<-- [start:read]
            user = (await session.execute(select(User))).scalars().one()
            await session.refresh(user, ["posts"])
            print([post.title for post in user.posts])
            # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
