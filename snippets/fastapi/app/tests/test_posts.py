"""Posts over HTTP, and the background task."""

import pytest
from httpx import AsyncClient

from app.tests.test_users import create

pytestmark = pytest.mark.anyio


async def write(client: AsyncClient, user: int, title: str = "Hello", body: str = "one two three") -> int:
    answer = await client.post("/posts", json={"title": title, "body": body, "user_id": user})
    assert answer.status_code == 201
    return answer.json()["id"]


async def test_a_new_post_answers_with_its_user(client: AsyncClient) -> None:
    user = await create(client, "Ada")
    answer = await client.post("/posts", json={"title": "Hello", "body": "", "user_id": user})
    assert answer.json()["user"] == {"id": user, "name": "Ada"}


async def test_the_words_are_counted_after_the_response(client: AsyncClient) -> None:
    user = await create(client, "Ada")
    answer = await client.post("/posts", json={"title": "Hello", "body": "one two", "user_id": user})
    assert answer.json()["words"] is None
    assert (await client.get(f"/posts/{answer.json()['id']}")).json()["words"] == 2


async def test_a_change_keeps_what_it_does_not_name(client: AsyncClient) -> None:
    post = await write(client, await create(client, "Ada"))
    answer = await client.patch(f"/posts/{post}", json={"title": "Salut"})
    assert answer.status_code == 200
    assert (answer.json()["title"], answer.json()["body"]) == ("Salut", "one two three")


async def test_what_is_not_there_answers_404(client: AsyncClient) -> None:
    assert (await client.get("/posts/1")).status_code == 404
    assert (await client.post("/posts", json={"title": "Hello", "body": "", "user_id": 1})).status_code == 404


async def test_a_post_is_deleted_and_its_user_is_not(client: AsyncClient) -> None:
    user = await create(client, "Ada")
    post = await write(client, user)
    assert (await client.delete(f"/posts/{post}")).status_code == 204
    assert (await client.get(f"/posts/{post}")).status_code == 404
    assert (await client.get(f"/users/{user}")).json()["posts"] == []


async def test_pages_hold_every_post_once(client: AsyncClient) -> None:
    user = await create(client, "Ada")
    posts = [await write(client, user, title) for title in ("Hello", "Salut", "Hej")]
    first = (await client.get("/posts?limit=2")).json()
    second = (await client.get(f"/posts?limit=2&after={first['next']}")).json()
    assert [post["id"] for post in first["items"] + second["items"]] == posts
    assert (len(first["items"]), second["next"]) == (2, None)
