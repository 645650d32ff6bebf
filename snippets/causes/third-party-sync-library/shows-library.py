"""Print the last line of a library before SQLAlchemy's own."""

import asyncio
import traceback

from factory.alchemy import SQLAlchemyModelFactory
from sqlalchemy import String
from sqlalchemy.exc import SQLAlchemyError
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
            UserFactory._meta.sqlalchemy_session = session.sync_session
            # --8<-- [start:read]
            try:
                UserFactory()
            except SQLAlchemyError as error:
                for frame in traceback.extract_tb(error.__traceback__):
                    path = frame.filename.replace("\\", "/")
                    name = path.rpartition("site-packages/")[2]
                    if name.startswith("sqlalchemy/"):
                        break
                    last = f"{name}: {frame.line}"
                print(last)
            # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
