"""Raises OSError: a second server on the same port."""

import asyncio


async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Say nothing."""


async def main() -> None:
    """Start two servers on one port."""
    first = await asyncio.start_server(answer, "127.0.0.1", 0)
    await asyncio.start_server(answer, "127.0.0.1", first.sockets[0].getsockname()[1])


asyncio.run(main())
