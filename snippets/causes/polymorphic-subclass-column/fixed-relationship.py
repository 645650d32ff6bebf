"""Load the subclass's columns along the relationship."""

import asyncio

from sqlalchemy import ForeignKey, String, event, select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship
from sqlalchemy.orm import joinedload


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


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    user: Mapped[User] = relationship()


engine = create_async_engine("sqlite+aiosqlite://")
Session = async_sessionmaker(engine, expire_on_commit=False)


async def main() -> None:
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        async with Session.begin() as session:
            session.add(Post(user=Admin(name="Ada", title="Moderator")))
        seen: list[str] = []
        listen = event.listens_for(engine.sync_engine, "before_cursor_execute")
        listen(lambda *args: seen.append(args[2]))
        async with Session() as session:
            # --8<-- [start:read]
            user = joinedload(Post.user).selectin_polymorphic([Admin])
            post = (await session.scalars(select(Post).options(user))).one()
            print(type(post.user).__name__)
            print(post.user.title)
            # --8<-- [end:read]
            print("statements:", len(seen))
    finally:
        await engine.dispose()


asyncio.run(main())
