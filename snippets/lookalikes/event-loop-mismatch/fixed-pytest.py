"""Let all tests share one event loop, and close the engine in it."""

from collections.abc import AsyncIterator

import pytest
from sqlalchemy import String, event, insert, select
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
pytestmark = pytest.mark.anyio
seen: list[str] = []
event.listen(
    engine.sync_engine,
    "before_cursor_execute",
    lambda *args: seen.append(args[2]),
)


# --8<-- [start:read]
# In pytest, with anyio's plugin:
@pytest.fixture(scope="session")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="session", autouse=True)
async def database(anyio_backend: str) -> AsyncIterator[None]:
    yield
    await engine.dispose()
# --8<-- [end:read]


async def test_set_up() -> None:
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
        await connection.execute(insert(User).values(name="Ada"))


async def test_read() -> None:
    seen.clear()
    async with Session() as session:
        print(list(await session.scalars(select(User.name))))
    print("statements:", len(seen))


if __name__ == "__main__":
    raise SystemExit(pytest.main([__file__, "-s", "-pno:terminal"]))
