"""Raises fastapi.exceptions.HTTPException: an endpoint called by hand."""

import asyncio

from fastapi import HTTPException


async def user(number: int) -> None:
    """Nobody."""
    raise HTTPException(404, f"there is no user {number}")


asyncio.run(user(7))
