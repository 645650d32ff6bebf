"""The same steps on a write-only and on a dynamic relationship."""

import asyncio

from sqlalchemy import ForeignKey, select
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


def mapping(lazy: str):
    class Base(DeclarativeBase):
        pass

    class User(Base):
        __tablename__ = "user_account"
        id: Mapped[int] = mapped_column(primary_key=True)
        posts = relationship("Post", lazy=lazy)

    class Post(Base):
        __tablename__ = "post"
        id: Mapped[int] = mapped_column(primary_key=True)
        user_id: Mapped[int | None] = mapped_column(
            ForeignKey("user_account.id")
        )

    return Base, User, Post


engine = create_async_engine("sqlite+aiosqlite://")


async def main() -> None:
    try:
        for lazy in "write_only", "dynamic":
            base, user_class, post_class = mapping(lazy)
            async with AsyncSession(engine) as setup, setup.begin():
                run = (await setup.connection()).run_sync
                await run(base.metadata.drop_all)
                await run(base.metadata.create_all)
                setup.add(user_class(posts=[post_class()]))
            # --8<-- [start:read]
            async with AsyncSession(engine) as session:
                user = (await session.scalars(select(user_class))).one()
                print(f"{lazy}:", type(user.posts).__name__)
                for step, run in {
                    "iterate": lambda _, user: list(user.posts),
                    "insert()": lambda _, user: user.posts.insert(),
                    "assign": lambda _, user: setattr(user, "posts", []),
                    "delete the owner": lambda sync, user: sync.delete(user),
                }.items():
                    try:
                        await session.run_sync(run, user)
                        await session.flush()
                        print(" ", step, "works")
                    except Exception as error:
                        print(" ", step, type(error).__name__)
            # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
