"""The line to the server: uvicorn on a loopback port, able to hang up without an answer."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.responses import Response
from uvicorn import Config
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.requests import Request
    from starlette.routing import BaseRoute
    from starlette.types import Receive, Scope, Send


class _HangsUp(Response):
    """An answer that is none: the connection is closed at once."""

    def __init__(self, transport: asyncio.Transport) -> None:
        super().__init__()
        self._transport = transport

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002 - ASGI's three
        self._transport.abort()
        while (await receive())["type"] != "http.disconnect":
            pass


def hang_up(request: Request) -> Response:
    """Make the answer that is none to a request on a line of `listen`."""
    client, lines = request.scope["client"], request.app.state.lines
    return _HangsUp(next(line.transport for line in lines if line.client == client))


@asynccontextmanager
async def listen(*routes: BaseRoute) -> AsyncIterator[str]:
    """Serve routes on a free port; gives the base URL once connections are taken."""
    state = ServerState()
    app = Starlette(routes=routes)
    app.state.lines = state.connections
    config = Config(app, http=H11Protocol, ws="none", lifespan="off", log_config=None, access_log=False)
    config.load()
    loop = asyncio.get_running_loop()
    listening = await loop.create_server(lambda: H11Protocol(config, state, {}), "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}"
    finally:
        listening.close()
        await asyncio.gather(*state.tasks)
        for connection in list(state.connections):
            if isinstance(connection, H11Protocol):
                connection.transport.abort()
        while state.connections:  # noqa: ASYNC110 - asyncio closes them soon, and uvicorn tells nobody of it
            await asyncio.sleep(0)
        await listening.wait_closed()
