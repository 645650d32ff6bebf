"""Raises ZeroDivisionError: in an endpoint, through all the frames of FastAPI."""

import asyncio

import httpx
from fastapi import FastAPI

app = FastAPI()


@app.get("/share/{number}")
async def share(number: int) -> float:
    """A share of one."""
    return 1 / number


async def main() -> None:
    """Ask for the impossible."""
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://test") as client:
        await client.get("/share/0")


asyncio.run(main())
