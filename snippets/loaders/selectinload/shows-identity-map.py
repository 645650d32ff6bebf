"""Load users, then posts with each user: who asks again?"""

import asyncio

from sqlalchemy import ForeignKey, String, event, select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, immediateload, joinedload
from sqlalchemy.orm import lazyload, mapped_column, relationship, selectinload


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(30))
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    user: Mapped[User] = relationship()


engine = create_async_engine("sqlite+aiosqlite://")
Session = async_sessionmaker(engine, expire_on_commit=False)


async def main() -> None:
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        async with Session.begin() as session:
            session.add(Post(title="Hello", user=User(name="Ada")))
        seen: list[tuple] = []
        hook = engine.sync_engine, "before_cursor_execute"
        event.listen(*hook, lambda *args: seen.append(args[2:4]))
        # --8<-- [start:read]
        for load in lazyload, immediateload, selectinload, joinedload:
            async with Session() as session:
                held = (await session.scalars(select(User))).all()
                seen.clear()
                query = select(Post).options(load(Post.user))
                post = (await session.scalars(query)).one()
                print(load.__name__, len(seen), "statements", post.user in held)
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
