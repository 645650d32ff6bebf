"""Print what each method of a write-only collection sends."""

import asyncio

from sqlalchemy import ForeignKey, String, event, select
from sqlalchemy.dialects import postgresql
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, WriteOnlyMapped
from sqlalchemy.orm import mapped_column, relationship


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))
    posts: WriteOnlyMapped["Post"] = relationship()


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(30))
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))


engine = create_async_engine("sqlite+aiosqlite://")


def show(connection, statement, many, parameters, options) -> None:
    if statement.is_insert:
        statement = statement.values(parameters)
    text = statement.compile(
        dialect=postgresql.dialect(), compile_kwargs={"literal_binds": True}
    )
    print(" ".join(f"{text};".split()))


async def main() -> None:
    try:
        async with AsyncSession(engine) as setup, setup.begin():
            await (await setup.connection()).run_sync(Base.metadata.create_all)
            setup.add(User(name="Ada", posts=[Post(title="Hello")]))
        event.listen(engine.sync_engine, "before_execute", show)
        # --8<-- [start:read]
        async with AsyncSession(engine) as session:
            user = (await session.scalars(select(User))).one()
            await session.scalars(user.posts.select().limit(10))
            user.posts.add(Post(title="Again"))
            await session.flush()
            await session.execute(user.posts.insert(), {"title": "Salut"})
            await session.execute(user.posts.update().values(title="Ciao"))
            await session.execute(user.posts.delete())
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
