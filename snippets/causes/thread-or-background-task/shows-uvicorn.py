"""Serve it: the client has its answer before the task fails."""

import asyncio
import logging
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated

import uvicorn
from fastapi import BackgroundTasks, Depends, FastAPI
from sqlalchemy import ForeignKey, String, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))
    posts: Mapped[list["Post"]] = relationship(back_populates="user")


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(30))
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    user: Mapped[User] = relationship(back_populates="posts")


engine = create_async_engine("sqlite+aiosqlite://")
Session = async_sessionmaker(engine, expire_on_commit=False)


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        async with Session.begin() as session:
            session.add(User(name="Ada", posts=[Post(title="Hello")]))
        yield
    finally:
        await engine.dispose()


app = FastAPI(lifespan=lifespan)


async def get_session() -> AsyncIterator[AsyncSession]:
    async with Session() as session:
        yield session


Database = Annotated[AsyncSession, Depends(get_session)]


# --8<-- [start:endpoint]
answered = asyncio.Event()


async def notify(user: User) -> None:
    await answered.wait()
    print("about", [post.title for post in user.posts])


@app.post("/notify")
async def start(session: Database, tasks: BackgroundTasks) -> str:
    user = (await session.scalars(select(User))).one()
    tasks.add_task(notify, user)
    return user.name
# --8<-- [end:endpoint]


class Log(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        print("log:", record.getMessage().strip(), record.exc_info[1].code)


async def main(sock: socket.socket) -> None:
    server = uvicorn.Server(uvicorn.Config(app, log_config=None))
    logging.getLogger("uvicorn.error").addHandler(Log())
    serving = asyncio.create_task(server.serve(sockets=[sock]))
    # --8<-- [start:request]
    reader, writer = await asyncio.open_connection(*sock.getsockname())
    writer.write(b"POST /notify HTTP/1.1\r\nHost: localhost\r\n\r\n")
    print("client:", (await reader.readline()).decode().strip())
    answered.set()
    # --8<-- [end:request]
    server.should_exit = True
    await serving
    writer.close()


with socket.create_server(("127.0.0.1", 0)) as listening:
    asyncio.run(main(listening))
