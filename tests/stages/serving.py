"""The web chat on a free port of this machine, as `hallowerk run` serves it, with a clock of its own."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import ssl
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import httpx
import uvicorn
from patience import PATIENCE

from bot.delivery.nudges import Nudges
from bot.handlers.edge import Edge
from bot.handlers.guesses import Guesses
from bot.handlers.site import site

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.replay.house import House

NEVER = 3600.0
"""Seconds between two signs of life on a stream: here it must be woken, else a bell that does not ring goes unseen."""

PLAIN = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
"""Never used, as nothing here is HTTPS; without it each client would read all certificates of the machine."""


@dataclass(slots=True)
class Clock:
    """Seconds that grow when a test says so."""

    seconds: float = 0.0

    def __call__(self) -> float:
        return self.seconds


@dataclass(frozen=True, slots=True)
class Web:
    """A web chat that runs."""

    house: House
    edge: Edge
    address: str
    clock: Clock = field(default_factory=Clock)

    def client(self, **held: Any) -> httpx.AsyncClient:
        """Give a browser without a page: it keeps cookies and follows no redirects."""
        return httpx.AsyncClient(base_url=self.address, verify=PLAIN, timeout=PATIENCE, trust_env=False, **held)


@contextlib.asynccontextmanager
async def web_of(house: House, **more: Any) -> AsyncIterator[Web]:
    """Serve a house on the web; `more` goes to its edge."""
    nudges, clock = Nudges(), Clock()
    house.turns.world = replace(house.turns.world, ring=nudges.hear)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # else each answer waits 40 ms for an ACK
        address = f"http://127.0.0.1:{listening.getsockname()[1]}"
        held = {"base_url": address, "sender_works": lambda: True, "now": lambda: house.now, "heartbeat": NEVER, **more}
        edge = Edge(house.turns, house.store, house.turns.world.gemeente, nudges, Guesses(clock), **held)
        async with _serving(edge, listening):
            yield Web(house, edge, address, clock)


@contextlib.asynccontextmanager
async def _serving(edge: Edge, listening: socket.socket) -> AsyncIterator[None]:
    config = uvicorn.Config(site(edge), log_config=None, access_log=False, lifespan="off", server_header=False)
    config.load()
    server = uvicorn.Server(config)
    server.lifespan = config.lifespan_class(config)
    await server.startup(sockets=[listening])
    try:
        yield
    finally:
        # as uvicorn's own shutdown, without the tenth of a second in which it waits for slow clients
        for each in server.servers:
            each.close()
        for connection in list(server.server_state.connections):
            connection.shutdown()
        for task in server.server_state.tasks:
            task.cancel()
        await asyncio.gather(*server.server_state.tasks, return_exceptions=True)
