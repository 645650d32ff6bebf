"""Update three objects in one flush, with and without eager_defaults."""

import asyncio
from datetime import datetime

from sqlalchemy import DateTime, String, event, func
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Stamped:
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))
    updated_at: Mapped[datetime] = mapped_column(
        DateTime(timezone=True), server_default=func.now(), onupdate=func.now()
    )


class User(Stamped, Base):
    __tablename__ = "user_account"


class Post(Stamped, Base):
    __tablename__ = "post"
    __mapper_args__ = {"eager_defaults": True}


engine = create_async_engine("sqlite+aiosqlite://")


async def main() -> None:
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        seen: list[str] = []
        listen = event.listens_for(engine.sync_engine, "before_cursor_execute")
        listen(lambda *args: seen.append(args[2].split()[0]))
        async with AsyncSession(engine) as session:
            # --8<-- [start:read]
            for model in User, Post:
                objects = [model(name="Ada") for _ in range(3)]
                session.add_all(objects)
                await session.flush()
                seen.clear()
                for one in objects:
                    one.name = "Grace"
                await session.flush()
                print(model.__name__, *seen)
            # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
