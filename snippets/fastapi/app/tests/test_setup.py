"""The set-up: models that load nothing by accident, a log that explains, a database that answers."""

import logging

import pytest
from fastapi import FastAPI
from httpx import ASGITransport, AsyncClient
from sqlalchemy import select

from app.errors import explain_errors
from app.models import Post, User
from app.schemas import UserOut
from app.session import Session, database
from app.tests.test_users import create
from kit.models import Base, unguarded
from kit.testing import ImplicitIO

pytestmark = pytest.mark.anyio


def test_every_model_has_the_defaults_of_the_kit() -> None:
    assert unguarded(Base) == []


async def test_the_database_answers(client: AsyncClient) -> None:
    assert (await client.get("/health")).status_code == 200


async def test_the_log_explains_what_nobody_caught(client: AsyncClient, caplog: pytest.LogCaptureFixture) -> None:
    await create(client, "Ada")
    careless = FastAPI()
    explain_errors(careless)

    @careless.get("/user", response_model=UserOut)
    async def read_without_posts(session: Session) -> User:
        return (await session.scalars(select(User))).one()

    transport = ASGITransport(careless, raise_app_exceptions=False)
    with caplog.at_level(logging.ERROR, "app"):
        async with AsyncClient(transport=transport, base_url="http://test") as other:
            answer = await other.get("/user")
    assert answer.status_code == 500
    assert "GET /user: User.posts" in caplog.text
    assert "/lookalikes/raiseload/" in caplog.text


async def test_a_read_that_works_by_accident_fails_here(
    client: AsyncClient, implicit_io_guard: list[ImplicitIO]
) -> None:
    user_id = await create(client, "Ada", "Hello")
    async with database.sessions() as session:
        user = await session.get_one(User, user_id)
        post = (await session.scalars(select(Post))).one()
        with pytest.raises(ImplicitIO, match=r"Post\.user"):
            assert post.user is user  # no SQL, because this session holds the user
    implicit_io_guard.clear()
