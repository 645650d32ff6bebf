"""Which objects a wildcard guards: all, the users, or their posts."""

import asyncio

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.exc import InvalidRequestError
from sqlalchemy.ext.asyncio import AsyncAttrs, AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Load, Mapped, defaultload
from sqlalchemy.orm import mapped_column, raiseload, relationship, selectinload


class Base(AsyncAttrs, DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))
    posts: Mapped[list["Post"]] = relationship(back_populates="user")
    drafts: Mapped[list["Post"]] = relationship(viewonly=True)


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    user: Mapped[User] = relationship(back_populates="posts")


engine = create_async_engine("sqlite+aiosqlite://")


async def main() -> None:
    try:
        async with AsyncSession(engine) as setup, setup.begin():
            await (await setup.connection()).run_sync(Base.metadata.create_all)
            setup.add(User(name="Ada", posts=[Post()]))
        # --8<-- [start:read]
        eager, everything = selectinload(User.posts), raiseload("*")
        for name, options in {
            "eager, everything:": [eager, everything],
            "everything, eager:": [everything, eager],
            "Load(User):": [eager, Load(User).raiseload("*")],
            "Load(Post):": [eager, Load(Post).raiseload("*")],
            "defaultload:": [eager, defaultload(User.posts).raiseload("*")],
        }.items():
            guarded = []
            async with AsyncSession(engine) as session:
                ada = await session.scalar(select(User).options(*options))
                for one, key in (ada, "drafts"), (ada.posts[0], "user"):
                    try:
                        await getattr(one.awaitable_attrs, key)
                    except InvalidRequestError:
                        guarded.append(f"{type(one).__name__}.{key}")
            print(name, *guarded)
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
