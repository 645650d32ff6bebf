"""Add and remove objects: what the session does with them."""

import asyncio

from sqlalchemy import ForeignKey, String, event, select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
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
    user_id: Mapped[int | None] = mapped_column(
        ForeignKey("user_account.id")
    )


engine = create_async_engine("sqlite+aiosqlite://")
Session = async_sessionmaker(engine, expire_on_commit=False)


async def main() -> None:
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        async with Session.begin() as session:
            session.add(User(name="Ada", posts=[Post(title="Hello")]))
        seen: list[str] = []
        listen = event.listens_for(engine.sync_engine, "before_cursor_execute")
        listen(lambda *args: seen.append(args[2]))
        # --8<-- [start:read]
        async with Session() as session:
            user = (await session.scalars(select(User))).one()
            hello = (await session.scalars(user.posts.select())).one()
            user.posts.add(Post(title="Again"))
            user.posts.add_all([Post(title="Salut"), Post(title="Ciao")])
            user.posts.remove(hello)
            seen.clear()
            await session.commit()
            print(*sorted({sql.partition(" ")[0] for sql in seen}))
            query = user.posts.select().order_by(Post.title)
            print([post.title for post in await session.scalars(query)])
            print(hello.title, hello.user_id, hello in session)
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
