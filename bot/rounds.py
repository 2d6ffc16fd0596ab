"""What happens by itself: takes what is due, each as a turn of its own (design section 3)."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from bot.announcing import announce_one
from storage.store import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.taken import Taken
    from bot.turns import Turns

log = logging.getLogger(__name__)

BATCH = 100
IDLE_SECONDS = 5.0
"""How often to look without being nudged: for what becomes due, and for what another process planned."""

AGAIN = timedelta(minutes=5)
"""When to try again what failed."""


@dataclass(slots=True)
class Rounds:
    """Takes what is due, in order, until cancelled. `now` gives the time of day, in UTC."""

    turns: Turns
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    _nudged: asyncio.Event = field(default_factory=asyncio.Event)

    def nudge(self, taken: Taken) -> None:
        """Look at once when a turn planned something."""
        if taken.planned:
            self._nudged.set()

    async def run(self) -> None:
        """Take what is due until cancelled; whatever is wrong with one round, there is a next."""
        while True:
            self._nudged.clear()
            try:
                while await self.once():
                    pass
            except StoreError as error:
                log.warning("What is due has to wait: %s", error)
            except Exception as error:  # noqa: BLE001 - nothing may end all rounds to come
                log.error("A round broke off: %s", type(error).__name__)  # noqa: TRY400 - its text may be personal
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(IDLE_SECONDS):
                    await self._nudged.wait()

    async def once(self) -> int:
        """Announce what is new, then take a batch of what is due now; give how many there were."""
        now = self.now()
        await self._announce(now)
        ripe = await asyncio.to_thread(self.turns.world.store.read, lambda unit: unit.dues.ripe(now, BATCH))
        for number in ripe:
            await self._take(number, now)
        return len(ripe)

    async def _announce(self, now: datetime) -> None:
        """Announce vacancies, all before anybody looks: who gets several gets them in one message."""
        store, gemeente = self.turns.world.store, self.turns.world.gemeente
        if await asyncio.to_thread(store.read, lambda unit: unit.vacancies.unannounced()) is None:
            return  # nearly always, and a look does not keep others from writing
        while await self.turns.write(lambda unit: announce_one(unit, gemeente, now)) is not None:
            pass

    async def _take(self, number: int, now: datetime) -> None:
        try:
            await self.turns.take_due(number, now)
        except StoreError:
            raise  # the database is away: everything waits
        except Exception as error:  # noqa: BLE001 - whatever is wrong with one, the others must go on
            why = type(error).__name__
            log.error("Something that is due failed, and is tried again: %s", why)  # noqa: TRY400 - as above
            await self.turns.write(lambda unit: unit.dues.failed(number, now + AGAIN, why))
