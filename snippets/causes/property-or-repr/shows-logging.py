"""What logging, and pytest, make of a __repr__ that fails."""

import asyncio
import contextlib
import io
import logging

from _pytest.logging import LogCaptureHandler
from sqlalchemy import ForeignKey, String, select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))
    posts: Mapped[list["Post"]] = relationship()

    def __repr__(self) -> str:
        return f"User({self.name!r}, {len(self.posts)})"


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))


engine = create_async_engine("sqlite+aiosqlite://")
Session = async_sessionmaker(engine, expire_on_commit=False)


async def main() -> None:
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        async with Session.begin() as session:
            session.add(User(name="Ada", posts=[Post()]))
        async with Session() as session:
            # --8<-- [start:read]
            user = (await session.scalars(select(User))).one()
            with contextlib.redirect_stderr(io.StringIO()) as stderr:
                logging.warning("Loaded %s", user)
                logging.warning("Done")
            lines = stderr.getvalue().splitlines()
            print(lines[0], lines[-1], sep="\n")
            logging.basicConfig(handlers=[LogCaptureHandler()], force=True)
            try:
                logging.warning("Loaded %s", user)
            except Exception as error:
                print("under pytest:", error.code)
            # --8<-- [end:read]
    finally:
        await engine.dispose()


asyncio.run(main())
