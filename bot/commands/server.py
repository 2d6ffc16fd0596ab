"""The web server as `hallowerk run` needs it: it stops at once when asked, also when people have the chat open."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from typing import TYPE_CHECKING

import uvicorn

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable, Iterator

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

SECONDS_TO_FINISH = 1
"""How long an answer under way may take once the server stops. Streams end at once: their pages come back."""


class Server(uvicorn.Server):
    """A server that SIGINT and SIGTERM end, and that then lets its caller go on: to stop the rest, and exit with 0.

    `tell` is called once it serves.
    """

    def __init__(self, app: ASGIApp, tell: Callable[[], None]) -> None:
        self._stops = asyncio.Event()
        self._tell = tell
        super().__init__(
            uvicorn.Config(
                _Streams(app, self._stops),
                log_config=None,
                access_log=False,  # paths hold tokens
                lifespan="off",
                server_header=False,
                timeout_graceful_shutdown=SECONDS_TO_FINISH,
            )
        )

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Take the signals that ask to stop; uvicorn's own way kills the process afterwards."""
        loop = asyncio.get_running_loop()
        asked = (signal.SIGINT, signal.SIGTERM)
        for number in asked:
            loop.add_signal_handler(number, self.handle_exit, number, None)
        try:
            yield
        finally:
            for number in asked:
                loop.remove_signal_handler(number)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start to serve, and tell."""
        await super().startup(sockets)
        self._tell()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop: streams first, then everything else."""
        self._stops.set()
        await super().shutdown(sockets)


class _Streams:
    """Tells streams that their reader left once the server stops; all other requests may finish."""

    def __init__(self, app: ASGIApp, stops: asyncio.Event) -> None:
        self._app = app
        self._stops = stops

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].endswith("/stream"):
            await self._app(scope, receive, send)
            return
        ended = True

        async def noting(message: Message) -> None:
            nonlocal ended
            ended = not message.get("more_body", message["type"] == "http.response.start")
            await send(message)

        await self._app(scope, self._until_the_stop(receive), noting)
        if not ended and self._stops.is_set():
            await send({"type": "http.response.body", "body": b""})  # a stream that just breaks off looks like a fault

    def _until_the_stop(self, receive: Receive) -> Receive:
        async def receive_or_leave() -> Message:
            coming, stopping = asyncio.ensure_future(receive()), asyncio.ensure_future(self._stops.wait())
            try:
                await asyncio.wait((coming, stopping), return_when=asyncio.FIRST_COMPLETED)
                return coming.result() if coming.done() else {"type": "http.disconnect"}
            finally:
                coming.cancel()
                stopping.cancel()

        return receive_or_leave
