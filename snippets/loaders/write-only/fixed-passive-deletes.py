"""Let the database delete the posts with their user."""

import asyncio

from sqlalchemy import ForeignKey, String, event, func, select
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, WriteOnlyMapped
from sqlalchemy.orm import mapped_column, relationship


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))
    posts: WriteOnlyMapped["Post"] = relationship(
        cascade="all, delete-orphan", passive_deletes=True
    )


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(30))
    user_id: Mapped[int] = mapped_column(
        ForeignKey("user_account.id", ondelete="CASCADE")
    )


engine = create_async_engine("sqlite+aiosqlite://")


# --8<-- [start:pragma]
@event.listens_for(engine.sync_engine, "connect")
def enforce_foreign_keys(connection, record) -> None:
    if engine.dialect.name == "sqlite":
        connection.cursor().execute("PRAGMA foreign_keys = ON")
# --8<-- [end:pragma]


async def main() -> None:
    try:
        async with AsyncSession(engine) as setup, setup.begin():
            await (await setup.connection()).run_sync(Base.metadata.create_all)
            setup.add(User(name="Ada", posts=[Post(title="Hello")]))
        seen: list[str] = []
        listen = event.listens_for(engine.sync_engine, "before_cursor_execute")
        listen(lambda *args: seen.append(args[2]))
        async with AsyncSession(engine) as session:
            user = (await session.scalars(select(User))).one()
            await session.delete(user)
            await session.commit()
            print(await session.scalar(select(func.count(Post.id))))
            print("statements:", len(seen))
    finally:
        await engine.dispose()


asyncio.run(main())
