"""The only wiring: makes the product of its parts, and runs it."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from bot.config import read_gemeente
from bot.delivery.nudges import Nudges
from bot.domain.invitation import Invitation
from bot.domain.opening import AMSTERDAM
from bot.domain.person import Contact, Role, Support
from bot.handlers.edge import Edge
from bot.handlers.guesses import Guesses
from bot.inviting import desk_link, invite, web_link
from bot.rounds import Rounds
from bot.taken import World
from bot.taking_in import put_demo
from bot.text import _
from bot.translate import render
from bot.turns import Turns
from bot.understanding import engine_of
from storage.housekeeping import tidy
from storage.migrate import migrate_apart
from storage.sealing import Seal, key_from
from storage.store import Store, StoreError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from bot.config import Settings
    from bot.domain.gemeente import Gemeente
    from bot.taken import Taken

log = logging.getLogger(__name__)

TIDY_SECONDS = 3600


@dataclass(frozen=True, slots=True)
class Product:
    """The product without its edges: what every command works with."""

    settings: Settings
    gemeente: Gemeente
    store: Store
    turns: Turns
    nudges: Nudges
    listeners: list[Callable[[Taken], None]]
    """What is called after each turn."""


def open_store(settings: Settings) -> Store:
    """Open the database, made and brought to the newest schema where needed."""
    settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    store = Store(settings.database_url, Seal(key_from(settings.key, settings.data_dir)))
    migrate_apart(store.engine)
    store.check_key()
    if store.read(lambda unit: unit.matching.is_stale()):
        store.write(lambda unit: unit.matching.rebuild(unit.vacancies.every_open(), _tell_prepared))
    return store


def _tell_prepared(count: int) -> None:
    log.warning("Preparing to match, once after an update: %d profiles so far", count)


def make(settings: Settings) -> Product:
    """Make the product. Raises `HalloWerkError` with what to do when something is not right."""
    gemeente = read_gemeente(settings.gemeente_file)
    store = open_store(settings)
    if settings.demo:
        put_demo(store, datetime.now(AMSTERDAM).date())
    nudges = Nudges()
    listeners: list[Callable[[Taken], None]] = [nudges.hear]

    def ring(taken: Taken) -> None:
        for listener in listeners:
            listener(taken)

    has_telegram = settings.telegram_token is not None
    turns = Turns(World(store, engine_of(settings), gemeente, settings.base_url, ring, has_telegram))
    return Product(settings, gemeente, store, turns, nudges, listeners)


def close(product: Product) -> None:
    """Finish the turns under way and let go of the database."""
    product.turns.close()
    product.store.close()


DEMO = (
    ("Fatima", _("Zoekt zelf werk."), Role.JOBSEEKER, Support.SELF, Contact.DIRECT),
    ("Bram", _("Zoekt werk met een werkmatcher."), Role.JOBSEEKER, Support.GUIDED, Contact.WERKMATCHER),
    ("Bakkerij Zon", _("Zoekt mensen voor werk."), Role.EMPLOYER, Support.SELF, Contact.DIRECT),
    ("Karin", _("Helpt wie om een mens vraagt."), Role.WERKMATCHER, Support.SELF, Contact.DIRECT),
)
"""Who can be tried out: the name, who it is, and what their invitation says."""


def demo_people(product: Product) -> tuple[tuple[str, str, str], ...]:
    """Invite the people of the demo."""
    now = datetime.now(UTC)
    made = []
    for name, about, role, support, contact in DEMO:
        known_as = None if role is Role.JOBSEEKER else name
        invitation = Invitation(role, now + timedelta(days=1), support, contact, known_as)
        link_of = desk_link if role is Role.WERKMATCHER else web_link
        made.append((name, render(about, "nl"), link_of("", invite(product.store, invitation, now).token)))
    return tuple(made)


def edge_of(product: Product, sender_works: Callable[[], bool] = lambda: True) -> Edge:
    """Make the web edge of a product."""
    return Edge(
        turns=product.turns,
        store=product.store,
        gemeente=product.gemeente,
        nudges=product.nudges,
        guesses=Guesses(time.monotonic),
        base_url=product.settings.base_url,
        sender_works=sender_works,
        demo=demo_people(product) if product.settings.demo else (),
    )


async def keep_tidy(product: Product) -> None:
    """Forget, every hour, what need not be kept any longer."""
    while True:
        try:
            now = datetime.now(UTC)
            await product.turns.write(partial(tidy, now=now, keep=product.gemeente.keep))
            await asyncio.to_thread(product.store.tidy)
        except StoreError as error:
            log.warning("Tidying has to wait: %s", error)
        except Exception as error:  # noqa: BLE001 - what one round meets must not end all rounds to come
            log.error("Tidying failed: %s", type(error).__name__)  # noqa: TRY400 - a traceback can hold words
        await asyncio.sleep(TIDY_SECONDS)


async def take_what_is_due(product: Product) -> None:
    """Let happen what happens by itself, and at once what a turn planned."""
    rounds = Rounds(product.turns)
    product.listeners.append(rounds.nudge)
    await rounds.run()


@contextlib.asynccontextmanager
async def working(*jobs: asyncio.Task[None]) -> AsyncIterator[None]:
    """Let jobs work beside the application, and end them with it."""
    try:
        yield
    finally:
        for job in jobs:
            job.cancel()
        await asyncio.gather(*jobs, return_exceptions=True)
