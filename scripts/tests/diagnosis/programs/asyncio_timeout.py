"""Raises TimeoutError: from asyncio."""

import asyncio

asyncio.run(asyncio.wait_for(asyncio.sleep(5), timeout=0.01))
