"""Load the subclass, and its relationship."""

import asyncio

from sqlalchemy import ForeignKey, String, event, select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship
from sqlalchemy.orm import selectin_polymorphic, selectinload


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
    posts: Mapped[list["Post"]] = relationship()
    __mapper_args__ = {"polymorphic_identity": "a"}


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
            session.add(Admin(name="Ada", posts=[Post(title="Hello")]))
        seen: list[str] = []
        listen = event.listens_for(engine.sync_engine, "before_cursor_execute")
        listen(lambda *args: seen.append(args[2]))
        async with Session() as session:
            # --8<-- [start:read]
            admins = selectin_polymorphic(User, [Admin])
            query = select(User).options(admins, selectinload(Admin.posts))
            user = (await session.scalars(query)).one()
            print(type(user).__name__, [post.title for post in user.posts])
            # --8<-- [end:read]
            print("statements:", len(seen))
    finally:
        await engine.dispose()


asyncio.run(main())
