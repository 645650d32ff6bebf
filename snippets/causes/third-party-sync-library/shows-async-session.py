"""Give the factory the async session itself."""

import asyncio
import warnings

from factory.alchemy import SQLAlchemyModelFactory
from sqlalchemy import String, func, select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))


# --8<-- [start:factory]
class UserFactory(SQLAlchemyModelFactory):
    class Meta:
        model = User
        sqlalchemy_session_persistence = "commit"

    name = "Ada"


# --8<-- [end:factory]
engine = create_async_engine("sqlite+aiosqlite://")
Session = async_sessionmaker(engine, expire_on_commit=False)


async def main() -> None:
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        async with Session() as session:
            # --8<-- [start:read]
            UserFactory._meta.sqlalchemy_session = session
            with warnings.catch_warnings(record=True) as caught:
                user = UserFactory()
            print(caught[0].message)
            print("id:", user.id)
        async with Session() as session:
            query = select(func.count()).select_from(User)
            print("users in the database:", await session.scalar(query))
            # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
