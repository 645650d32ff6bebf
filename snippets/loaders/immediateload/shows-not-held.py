"""Count statements with the targets referred to, and with none."""

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
            users = [User(name="Ada") for _ in range(10)]
            session.add_all(Post(title="Hi", user=user) for user in users)
        seen: list[tuple] = []
        hook = engine.sync_engine, "before_cursor_execute"
        event.listen(*hook, lambda *args: seen.append(args[2:4]))
        # --8<-- [start:read]
        query = select(Post).options(immediateload(Post.user))
        for keep in True, False:
            async with Session() as session:
                users = (await session.scalars(select(User))).all()
                if not keep:
                    del users
                seen.clear()
                await session.scalars(query)
                print(f"users kept: {keep}, statements:", len(seen))
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
