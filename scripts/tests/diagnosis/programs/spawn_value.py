"""Raises ValueError: inside greenlet_spawn itself."""

import asyncio

from sqlalchemy.util import greenlet_spawn

asyncio.run(greenlet_spawn(int, "twelve"))
