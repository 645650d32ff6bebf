"""Load an expired attribute in the events that awaited calls fire."""

import asyncio

from sqlalchemy import String, event, select
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))


# --8<-- [start:read]
EVENTS = {
    Session: "do_orm_execute before_flush after_flush pending_to_persistent"
    " before_commit after_commit after_rollback",
    User: "load before_insert after_insert",
}
# --8<-- [end:read]
seen: set[str] = set()


def read(name: str, session: AsyncSession, ada: User) -> None:
    if name not in seen:
        seen.add(name)
        session.expire(ada)
        try:
            print(f"{name:24}loads {ada.name}")
        except Exception as error:
            print(f"{name:24}fails: {str(error).split(';')[0]}")


async def main() -> None:
    engine = create_async_engine("sqlite+aiosqlite://")
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        async with AsyncSession(engine) as session:
            session.add(ada := User(name="Ada"))
            await session.commit()
            for target, names in EVENTS.items():
                for name in names.split():
                    listen = event.listens_for(target, name)
                    listen(lambda *args, name=name: read(name, session, ada))
            await session.execute(select(1))
            session.add(user := User(name="Grace"))
            await session.commit()
            session.expunge(user)
            await session.get_one(User, 2)
            await session.rollback()
    finally:
        await engine.dispose()


asyncio.run(main())
