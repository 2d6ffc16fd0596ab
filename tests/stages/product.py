"""The product as it runs: its real wiring, with a real web server in front and a fake Telegram behind it."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select
from starlette.routing import Mount

from bot.app import Product, close, edge_of, make
from bot.config import Settings
from bot.delivery.pacing import Pace
from bot.domain.invitation import Invitation
from bot.domain.person import Role
from bot.handlers.site import site
from bot.inviting import invite
from bot.taken import How, Taken
from bot.telegram_edge import Clocks, telegram
from fake_telegram import TOKEN, Server
from fake_telegram.line import listen
from stages.telling import TellingTurns
from storage.records import PEOPLE, VACANCIES
from storage.store import Store
from storage.tables import metadata

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Mapping
    from pathlib import Path

    from starlette.types import ASGIApp, Receive, Scope, Send

    from bot.handlers.telegram_saying import Saying
    from fake_telegram import Person, Shown
    from storage.unit import Unit

SOON = 0.5
"""Seconds that the product waits here for a lock of the database."""

STAFF = {"issued", "invitation"}
"""Tables in which nothing is of a person: what becomes of an invitation must not show in them (V2)."""


class _Later:
    """An application whose address is known before it is made."""

    app: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self.app(scope, receive, send)


@dataclass
class Running:
    """The product while it runs. `now` is its time of day."""

    server: Server
    settings: Settings
    clocks: Clocks | None
    now: datetime = field(default_factory=lambda: datetime.now(UTC))
    _site: _Later = field(default_factory=_Later)
    _stack: AsyncExitStack = field(default_factory=AsyncExitStack)
    _product: Product | None = None
    _saying: Saying | None = None

    @property
    def product(self) -> Product:
        assert self._product is not None
        return self._product

    async def start(self) -> None:
        made = make(self.settings)
        store = Store(self.settings.database_url, made.store.seal, busy_seconds=SOON)
        close(made)
        turns = TellingTurns(replace(made.turns.world, store=store), self.server.changed)
        self._product = replace(made, store=store, turns=turns)
        self._stack.callback(close, self._product)
        clocks = self.clocks or Clocks(lambda: self.now, pause=_at_once, pace=lambda: Pace(0, 0, 0))
        line = await self._stack.enter_async_context(telegram(self._product, clocks))
        self._saying = line.saying
        self._site.app = site(edge_of(self._product, line.works), line.routes)

    async def stop(self) -> None:
        await self._stack.aclose()

    async def settled(self) -> None:
        """Wait until every update was taken, and all was sent that was to be sent."""
        await self.server.settles()
        if self._saying:
            await self._saying.done()
        await self.server.waits_until(lambda: not self._due())

    async def told(self, person: Person, doing: Awaitable[object]) -> list[Shown]:
        """Let a person do something; give what they hear of it, in order."""
        person.unheard()
        await doing
        await self.settled()
        return person.unheard()

    def _due(self) -> object:
        return self.product.store.read(lambda unit: unit.outbox.heads(self.now, 1))

    def waiting_for_later(self) -> bool:
        """Tell whether a message was tried, failed, and is to be tried again."""
        return self.product.store.read(lambda unit: any(why for _status, why in unit.outbox.counted()))

    def later(self, seconds: float) -> None:
        """Let time pass, and the sender look."""
        self.now += timedelta(seconds=seconds)
        for listener in self.product.listeners:
            listener(Taken(How.TAKEN, waiting=True))

    def invite(self, employer: str | None = None) -> str:
        """Make an invitation, of a jobseeker or of an employer with this name; give its token."""
        role = Role.EMPLOYER if employer else Role.JOBSEEKER
        made = Invitation(role, self.now + timedelta(days=1), name=employer)
        return invite(self.product.store, made, self.now).token

    def rows(self) -> dict[str, int]:
        """Count the rows of each table that is about people, where there are any; of what is packed, the records."""

        def count(unit: Unit) -> dict[str, int]:
            tables = [table for table in metadata.sorted_tables if table.name not in STAFF]
            run = unit.connection.execute
            counts = {table.name: run(select(func.count()).select_from(table)).scalar_one() for table in tables}
            counts["match_part"] = sum(len(unit.matching.ids_of(layout)) for layout in (PEOPLE, VACANCIES))
            return {name: n for name, n in counts.items() if n}

        return self.product.store.read(count)

    def profiles(self) -> list[Any]:
        """Give the profiles that there are, as they are kept."""

        def kept(unit: Unit) -> list[Any]:
            ids = unit.connection.execute(select(metadata.tables["person"].c.id)).scalars()
            return [unit.known.everything(person_id)["profile"] for person_id in ids]

        return self.product.store.read(kept)


@asynccontextmanager
async def running(
    server: Server,
    folder: Path,
    *,
    webhook: bool = False,
    clocks: Clocks | None = None,
    environ: Mapping[str, str] | None = None,
) -> AsyncIterator[Running]:
    """Run the product; without clocks of its own it neither waits nor keeps a pace."""
    own = {"HALLOWERK_DATA_DIR": str(folder), "TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_BASE": server.url}
    settings = Settings.from_environment({**own, **(environ or {})})
    later = _Later()
    async with listen(Mount("/", later)) as url:
        settings = replace(settings, base_url=url, telegram_webhook_url=f"{url}/telegram" if webhook else None)
        run = Running(server, settings, clocks, _site=later)
        await run.start()
        try:
            yield run
        finally:
            await run.stop()
            await server.webhook.set("", None)


async def _at_once(_seconds: float) -> None:
    await asyncio.sleep(0)
