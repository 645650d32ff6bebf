"""Print what contains_eager and joinedload send for one filter."""

import asyncio

from sqlalchemy import ForeignKey, String, event, select
from sqlalchemy.dialects import postgresql
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, contains_eager, joinedload
from sqlalchemy.orm import mapped_column, relationship


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


def show(connection, statement, many, parameters, options) -> None:
    text = statement.params(parameters).compile(
        dialect=postgresql.dialect(), compile_kwargs={"literal_binds": True}
    )
    print("\n".join(line.strip() for line in f"{text};".splitlines()))


async def main() -> None:
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        async with Session.begin() as session:
            session.add(Post(title="Hello", user=User(name="Ada")))
        event.listen(engine.sync_engine, "before_execute", show)
        # --8<-- [start:read]
        ada = select(Post).join(Post.user).where(User.name == "Ada")
        for load in contains_eager, joinedload:
            async with Session() as session:
                query = ada.options(load(Post.user))
                print("--", (await session.scalars(query)).one().user.name)
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
