"""Insert and update one user in a table that may not use RETURNING."""

import asyncio
from collections import Counter
from datetime import datetime

from sqlalchemy import String, event, func, inspect
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

engine = create_async_engine("sqlite+aiosqlite://")
seen: Counter[str] = Counter()


# --8<-- [start:mapping]
def mapped(eager: object) -> type:
    class Base(DeclarativeBase):
        __mapper_args__ = {"eager_defaults": eager}

    class User(Base):
        __tablename__ = "user_account"
        __table_args__ = {"implicit_returning": False}
        id: Mapped[int] = mapped_column(primary_key=True)
        name: Mapped[str] = mapped_column(String(30))
        changed: Mapped[datetime] = mapped_column(
            server_default=func.now(), onupdate=func.now()
        )
    return User
# --8<-- [end:mapping]


@event.listens_for(engine.sync_engine, "before_cursor_execute")
def note(connection, cursor, statement, parameters, context, many) -> None:
    returning = " RETURNING" if "RETURNING" in statement else ""
    seen[statement.split()[0].upper() + returning] += 1


async def show(session, what: str, users: list) -> None:
    seen.clear()
    await session.flush()
    lost = "changed" in inspect(users[0]).unloaded
    sent = ", ".join(f"{count} {name}" for name, count in seen.items())
    print(f"{what}: {sent}{'; expired' if lost else ''}")


async def main() -> None:
    try:
        for eager in False, "auto", True:
            model = mapped(eager)
            async with engine.begin() as connection:
                await connection.run_sync(model.metadata.create_all)
            # --8<-- [start:read]
            async with AsyncSession(engine) as session:
                user = model(name="Ada")
                session.add(user)
                await show(session, f"{eager}, INSERT", [user])
                user.name = "Grace"
                await show(session, f"{eager}, UPDATE", [user])
            # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
