"""Raises RuntimeError: no running event loop."""

import asyncio

asyncio.get_running_loop()
