"""What every handler of the web needs."""

from __future__ import annotations

import asyncio
from base64 import urlsafe_b64encode
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar

from bot.handlers.bounds import Bounds

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request

    from bot.delivery.nudges import Nudges
    from bot.domain.gemeente import Gemeente
    from bot.handlers.guesses import Guesses
    from bot.turns import Turns
    from storage.store import Store
    from storage.unit import Unit

T = TypeVar("T")


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Edge:
    """The product, as its web edge sees it. `demo` holds (name, who it is, link) of the people of the demo.

    `now` gives the time, aware and in UTC: a story told in a test has its own. `heartbeat`: the seconds without a
    message after which a stream gives a sign of life.
    """

    turns: Turns
    store: Store
    gemeente: Gemeente
    nudges: Nudges
    guesses: Guesses
    base_url: str
    sender_works: Callable[[], bool]
    demo: tuple[tuple[str, str, str], ...] = field(default=())
    now: Callable[[], datetime] = field(default=_now)
    heartbeat: float = field(default=15.0)
    bounds: Bounds = field(default_factory=Bounds)

    @property
    def is_https(self) -> bool:
        """Tell whether cookies may be limited to HTTPS."""
        return self.base_url.startswith("https:")

    async def read(self, work: Callable[[Unit], T]) -> T:
        """Read from the database, off the event loop. Raises `StoreError`."""
        return await asyncio.to_thread(self.store.read, work)

    def names_for(self, page: str) -> tuple[str, str]:
        """Give the web id and the secret that one page of one link always gets, and nobody can guess."""
        made = (self.store.seal.lookup(kind, page) for kind in ("web id", "web secret"))
        web_id, secret = (urlsafe_b64encode(held[:24]).decode() for held in made)
        return web_id, secret


def edge_of(request: Request) -> Edge:
    """Give the edge of the application that a request came to."""
    edge: Edge = request.app.state.edge
    return edge
