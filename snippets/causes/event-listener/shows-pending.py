"""Read the relationship of an object that is not flushed yet."""

import asyncio

from sqlalchemy import ForeignKey, String, event
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship
from sqlalchemy.orm import Session as SyncSession


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


# --8<-- [start:listener]
@event.listens_for(SyncSession, "before_flush")
def look(session: SyncSession, *args: object) -> None:
    print("before_flush:", [post.user for post in session.new])


@event.listens_for(SyncSession, "pending_to_persistent")
def look_again(session: SyncSession, post: Post) -> None:
    print("pending_to_persistent:", post.user.name)


# --8<-- [end:listener]
async def main() -> None:
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
            await connection.execute(User.__table__.insert(), {"name": "Ada"})
        async with Session() as session:
            # --8<-- [start:read]
            session.add(Post(title="Hello", user_id=1))
            await session.commit()
            # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
