"""Raises fastapi.exceptions.ResponseValidationError: a dict that lacks a field; no database."""

import asyncio

import httpx
from fastapi import FastAPI
from pydantic import BaseModel


class User(BaseModel):
    """A user with an address."""

    name: str
    email: str


app = FastAPI()


@app.get("/user", response_model=User)
async def user() -> dict[str, str]:
    """Half a user."""
    return {"name": "Ada"}


async def main() -> None:
    """Ask for the user."""
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://test") as client:
        await client.get("/user")


asyncio.run(main())
