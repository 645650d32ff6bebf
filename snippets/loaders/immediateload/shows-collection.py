"""Count statements for the collections of 1, 10 and 100 users."""

import asyncio

from sqlalchemy import ForeignKey, String, event, select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, immediateload, mapped_column
from sqlalchemy.orm import relationship


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))
    posts: Mapped[list["Post"]] = relationship()


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(30))
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))


engine = create_async_engine("sqlite+aiosqlite://")
Session = async_sessionmaker(engine, expire_on_commit=False)


async def main() -> None:
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        async with Session.begin() as session:
            for n in range(1, 101):
                session.add(User(id=n, name="Ada", posts=[Post(title="Hi")]))
        seen: list[tuple] = []
        hook = engine.sync_engine, "before_cursor_execute"
        event.listen(*hook, lambda *args: seen.append(args[2:4]))
        # --8<-- [start:read]
        query = select(User).options(immediateload(User.posts))
        for size, known in (1, 0), (10, 0), (100, 0), (100, 100):
            posts = select(Post).where(Post.id <= known)
            async with Session() as session:
                held = (await session.scalars(posts)).all()
                seen.clear()
                await session.scalars(query.where(User.id <= size))
            print(f"{size} users, {len(held)} posts held: {len(seen)}")
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
