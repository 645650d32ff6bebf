"""Raises httpx.ConnectError: nobody listens."""

import asyncio

import httpx


async def main() -> None:
    """Ask a closed port."""
    async with httpx.AsyncClient(trust_env=False) as client:
        await client.get("http://127.0.0.1:9/users/1")


asyncio.run(main())
