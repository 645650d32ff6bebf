"""Refresh the object, then set the column; the listener gets the old value."""

import asyncio

from sqlalchemy import String, event, select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))
    email: Mapped[str] = mapped_column(String(30))


engine = create_async_engine("sqlite+aiosqlite://")
Session = async_sessionmaker(engine)


# --8<-- [start:listener]
@event.listens_for(User.email, "set", active_history=True)
def log_change(user: User, email: str, old: str, *args: object) -> None:
    print("the listener runs:", old, "->", email)


# --8<-- [end:listener]
async def set_up() -> None:
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
        row = {"name": "Ada", "email": "a@b"}
        await connection.execute(User.__table__.insert(), row)


async def main() -> None:
    try:
        await set_up()
        seen: list[str] = []
        listen = event.listens_for(engine.sync_engine, "before_cursor_execute")
        listen(lambda *args: seen.append(args[2]))
        async with Session() as session:
            # --8<-- [start:read]
            user = (await session.scalars(select(User))).one()
            await session.commit()
            await session.refresh(user)
            user.email = "a@c"
            await session.commit()
            # --8<-- [end:read]
            print("statements:", len(seen))
    finally:
        await engine.dispose()


asyncio.run(main())
