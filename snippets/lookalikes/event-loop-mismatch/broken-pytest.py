# raises: RuntimeError
# cells: asyncpg or mysql
"""Share an engine between tests that have an event loop each."""

import asyncio

import pytest
from sqlalchemy import String, insert, select
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


# --8<-- [start:read]
# With an event loop per test:
@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


async def test_set_up() -> None:
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
        await connection.execute(insert(User).values(name="Ada"))


async def test_read() -> None:
    async with Session() as session:
        print(list(await session.scalars(select(User.name))))
# --8<-- [end:read]


def teardown_module() -> None:
    asyncio.run(engine.dispose())


class Report:
    error: BaseException | None = None

    def pytest_exception_interact(self, call) -> None:
        self.error = call.excinfo.value


if __name__ == "__main__":
    report = Report()
    pytest.main([__file__, "-s", "-pno:terminal"], [report])
    if report.error:
        raise report.error
