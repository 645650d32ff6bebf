"""Count statements with 0, 7 and all 10 targets in the session."""

import asyncio

from sqlalchemy import ForeignKey, String, event, select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, immediateload, joinedload
from sqlalchemy.orm import mapped_column, relationship, selectinload


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
            users = [User(id=n, name="Ada") for n in range(1, 11)]
            session.add_all(Post(title="Hi", user=user) for user in users * 3)
        seen: list[tuple] = []
        hook = engine.sync_engine, "before_cursor_execute"
        event.listen(*hook, lambda *args: seen.append(args[2:4]))
        # --8<-- [start:read]
        for load in immediateload, selectinload, joinedload:
            query = select(Post).options(load(Post.user))
            for size in (0, 7, 10):
                users = select(User).where(User.id <= size)
                async with Session() as session:
                    held = (await session.scalars(users)).all()
                    seen.clear()
                    await session.scalars(query)
                print(f"{load.__name__}, {len(held)} held: {len(seen)}")
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
