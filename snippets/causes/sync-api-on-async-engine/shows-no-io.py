"""Use sync_engine and sync_session where neither asks the database."""

import asyncio

from sqlalchemy import String, event, inspect, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))


engine = create_async_engine("sqlite+aiosqlite:///app.db")
Session = async_sessionmaker(engine, expire_on_commit=False)


async def set_up() -> None:
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
        await connection.execute(User.__table__.insert(), {"name": "Ada"})


async def main() -> None:
    try:
        await set_up()
        # --8<-- [start:read]
        query = select(User.name)
        print(" ".join(str(query.compile(engine.sync_engine)).split()))
        print(inspect(User).columns.keys())
        event.listen(engine.sync_engine, "begin", lambda _: print("begin"))
        async with Session() as session:
            session.sync_session.commit()
            print("commit() of an idle session: no error")
            session.sync_session.add(User(name="Grace"))
            await session.commit()
            print(list(await session.scalars(query.order_by(User.id))))
            try:
                session.sync_session.commit()
            except SQLAlchemyError as error:
                print("commit() after a query:", error.code)
        # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
