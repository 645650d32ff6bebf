# database: none (it connects to a server that says nothing)
"""Connect to a server that accepts, and then says nothing."""

import asyncio

from sqlalchemy import exc
from sqlalchemy.ext.asyncio import create_async_engine

# --8<-- [start:read]
CONNECT_ARGS = {
    "postgresql+asyncpg": {"timeout": 1},
    "postgresql+psycopg": {"connect_timeout": 2},
    "mysql+asyncmy": {"connect_timeout": 1},
    "mysql+aiomysql": {"connect_timeout": 1},
}
# --8<-- [end:read]


async def show(driver: str, port: int) -> None:
    url = f"{driver}://app:x@127.0.0.1:{port}/app"
    engine = create_async_engine(url, connect_args=CONNECT_ARGS[driver])
    # --8<-- [start:use]
    try:
        async with asyncio.timeout(5) as patience, engine.connect():
            pass
    except (TimeoutError, exc.OperationalError) as error:
        late = "asyncio.timeout()" if patience.expired() else "its own timeout"
        print(f"{driver:<20}{type(error).__name__} by {late}")
    # --8<-- [end:use]
    finally:
        await engine.dispose()


async def main() -> None:
    end = asyncio.Event()

    async def silence(reader, writer) -> None:
        await end.wait()
        writer.close()

    server = await asyncio.start_server(silence, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    await asyncio.gather(*(show(driver, port) for driver in CONNECT_ARGS))
    end.set()
    server.close()
    await server.wait_closed()


asyncio.run(main())
