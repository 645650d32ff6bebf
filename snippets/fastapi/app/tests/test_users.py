"""Users over HTTP."""

import asyncio

import pytest
from httpx import AsyncClient

from app.tests.conftest import statements

pytestmark = pytest.mark.anyio


async def create(client: AsyncClient, name: str, *titles: str) -> int:
    user = (await client.post("/users", json={"name": name})).json()["id"]
    for title in titles:
        await client.post("/posts", json={"title": title, "body": "", "user_id": user})
    return user


async def test_a_new_user_has_no_posts_and_says_so(client: AsyncClient) -> None:
    answer = await client.post("/users", json={"name": "Ada"})
    assert answer.status_code == 201
    assert (answer.json()["name"], answer.json()["posts"]) == ("Ada", [])


async def test_a_user_is_read_with_the_posts(client: AsyncClient) -> None:
    user = await create(client, "Ada", "Hello", "Salut")
    answer = await client.get(f"/users/{user}")
    assert [post["title"] for post in answer.json()["posts"]] == ["Hello", "Salut"]


async def test_a_rename_answers_with_what_the_database_made(client: AsyncClient) -> None:
    user = await create(client, "Ada", "Hello")
    answer = await client.put(f"/users/{user}", json={"name": "Grace"})
    assert answer.status_code == 200
    assert answer.json() == (await client.get(f"/users/{user}")).json()
    assert answer.json()["name"] == "Grace"


async def test_a_name_that_is_taken_answers_409_and_changes_nothing(client: AsyncClient) -> None:
    await create(client, "Ada")
    grace = await create(client, "Grace")
    assert (await client.post("/users", json={"name": "Ada"})).status_code == 409
    assert (await client.put(f"/users/{grace}", json={"name": "Ada"})).status_code == 409
    assert (await client.get(f"/users/{grace}")).json()["name"] == "Grace"


async def test_a_user_is_deleted_with_the_posts(client: AsyncClient) -> None:
    user = await create(client, "Ada", "Hello")
    assert (await client.delete(f"/users/{user}")).status_code == 204
    assert (await client.get(f"/users/{user}")).status_code == 404
    assert (await client.get("/posts")).json() == {"items": [], "next": None}


async def test_pages_hold_every_user_once_for_two_statements_each(client: AsyncClient) -> None:
    users = [await create(client, name, "Hello") for name in ("Ada", "Grace", "Joan")]
    with statements() as sent:
        first = (await client.get("/users?limit=2")).json()
        assert len(sent) == 2
    second = (await client.get(f"/users?limit=2&after={first['next']}")).json()
    assert [user["id"] for user in first["items"] + second["items"]] == users
    assert second["next"] is None


async def test_requests_at_the_same_time_do_not_share_a_session(client: AsyncClient) -> None:
    user = await create(client, "Ada", "Hello")
    answers = await asyncio.gather(*(client.get(f"/users/{user}") for _ in range(20)))
    assert {answer.status_code for answer in answers} == {200}
