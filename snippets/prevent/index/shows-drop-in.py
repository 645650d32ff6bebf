"""A fixture that fails a test in which plain code made SQLAlchemy load."""

import contextlib

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import ForeignKey, String, event, select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
from sqlalchemy.orm import relationship, selectinload
from sqlalchemy.util.concurrency import in_greenlet


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))
    posts: Mapped[list["Post"]] = relationship()


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(30))
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))


# --8<-- [start:fixture]
@pytest.fixture(autouse=True)
def no_implicit_io():
    seen = []

    def note(state):
        if state.is_relationship_load and not in_greenlet():
            mapper, relationship = state.loader_strategy_path[:2]
            seen.append(f"{mapper.class_.__name__}.{relationship.key}")
        elif state.is_column_load and not in_greenlet():
            seen.append(f"a column of {state.bind_mapper.class_.__name__}")

    event.listen(Session, "do_orm_execute", note)
    yield
    event.remove(Session, "do_orm_execute", note)
    if seen:
        pytest.fail(f"loaded without await: {seen}", pytrace=False)
# --8<-- [end:fixture]


engine = create_async_engine("sqlite+aiosqlite://")
Sessions = async_sessionmaker(engine, expire_on_commit=False)


@contextlib.asynccontextmanager
async def lifespan(app):
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.drop_all)
            await connection.run_sync(Base.metadata.create_all)
        async with Sessions.begin() as session:
            session.add(User(name="Ada", posts=[Post(title="Hello")]))
        yield
    finally:
        await engine.dispose()


app = FastAPI(lifespan=lifespan)


# --8<-- [start:endpoints]
def titles(user):
    with contextlib.suppress(Exception):
        return [post.title for post in user.posts]


@app.get("/before")
async def before(roll_back: bool = False):
    async with Sessions() as session:
        user = (await session.scalars(select(User))).one()
        if roll_back:
            await session.rollback()
        return titles(user)


@app.get("/after")
async def after():
    query = select(User).options(selectinload(User.posts))
    async with Sessions() as session:
        return titles((await session.scalars(query)).one())
# --8<-- [end:endpoints]


# --8<-- [start:test]
@pytest.mark.parametrize("path", ["/before", "/before?roll_back=1", "/after"])
def test_answers(path):
    with TestClient(app) as client:
        assert client.get(path).status_code == 200
# --8<-- [end:test]


if __name__ == "__main__":
    options = "-qqrN --show-capture=no -pno:cacheprovider -pno:warnings"
    pytest.main([__file__, *options.split()])
