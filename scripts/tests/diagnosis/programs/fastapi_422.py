"""Raises httpx.HTTPStatusError: a 422 that the client does not expect."""

import asyncio

import httpx
from fastapi import FastAPI

app = FastAPI()


@app.get("/users/{number}")
async def user(number: int) -> dict[str, int]:
    """The number again."""
    return {"number": number}


async def main() -> None:
    """Ask with a word."""
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://test") as client:
        answer = await client.get("/users/ada")
        print(answer.text)
        answer.raise_for_status()


asyncio.run(main())
