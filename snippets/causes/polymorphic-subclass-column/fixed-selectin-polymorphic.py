"""Load the subclass's columns with the query."""

import asyncio

from sqlalchemy import ForeignKey, String, event, select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.orm import selectin_polymorphic


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))
    kind: Mapped[str] = mapped_column(String(30))
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "u"}


class Admin(User):
    __tablename__ = "admin"
    id: Mapped[int] = mapped_column(ForeignKey(User.id), primary_key=True)
    title: Mapped[str] = mapped_column(String(30))
    __mapper_args__ = {"polymorphic_identity": "a"}


engine = create_async_engine("sqlite+aiosqlite://")
Session = async_sessionmaker(engine, expire_on_commit=False)


async def set_up() -> None:
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    async with Session.begin() as session:
        session.add(Admin(id=1, name="Ada", title="Moderator"))
        session.add(User(id=2, name="Bob"))


async def main() -> None:
    try:
        await set_up()
        seen: list[str] = []
        listen = event.listens_for(engine.sync_engine, "before_cursor_execute")
        listen(lambda *args: seen.append(args[2]))
        async with Session() as session:
            # --8<-- [start:read]
            admins = selectin_polymorphic(User, [Admin])
            query = select(User).options(admins).order_by(User.id)
            for user in await session.scalars(query):
                print(type(user).__name__, user.name)
                if isinstance(user, Admin):
                    print(user.title)
            # --8<-- [end:read]
            print("statements:", len(seen))
    finally:
        await engine.dispose()


asyncio.run(main())
