"""Read a many-to-one, by its switch: the user is absent, or in the session."""

import asyncio
import warnings

from sqlalchemy import ForeignKey
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

EAGER = ["joined", "selectin", "subquery", "immediate"]
warnings.simplefilter("ignore")
engine = create_async_engine("sqlite+aiosqlite://")


# --8<-- [start:switch]
def mapped(switch: str) -> tuple:
    class Base(DeclarativeBase):
        pass

    class User(Base):
        __tablename__ = "user_account"
        id: Mapped[int] = mapped_column(primary_key=True)

    class Post(Base):
        __tablename__ = "post"
        id: Mapped[int] = mapped_column(primary_key=True)
        user_id: Mapped[int | None] = mapped_column(ForeignKey(User.id))
        user: Mapped[User] = relationship(lazy=switch)

    return Base, User, Post
# --8<-- [end:switch]


async def read(kind: type, user: type | None) -> str:
    async with AsyncSession(engine) as session:
        # --8<-- [start:read]
        _user = await session.get_one(user, 1) if user else None
        post = await session.get_one(kind, 1)
        try:
            return "ok" if post.user else "empty"
        except Exception as error:
            lost = getattr(error, "code", None) == "xd2s"
            return "MissingGreenlet" if lost else type(error).__name__
        # --8<-- [end:read]


async def main() -> None:
    try:
        for switch in ["select", *EAGER, "noload", "raise", "raise_on_sql"]:
            base, user, post = mapped(switch)
            async with AsyncSession(engine) as setup, setup.begin():
                connection = await setup.connection()
                await connection.run_sync(base.metadata.create_all)
                await setup.merge(post(id=1, user=user(id=1)))
            print(f"{switch}, absent:", await read(post, None))
            print(f"{switch}, present:", await read(post, user))
    finally:
        await engine.dispose()


asyncio.run(main())
