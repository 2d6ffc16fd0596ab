"""Tidying goes on, whatever one round meets."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any

from hurry import hurry
from made import DAY, NOW, SECRETS, a_person
from talk import turns_on

from bot.app import Product, keep_tidy
from bot.config import Settings
from bot.delivery.nudges import Nudges
from bot.text import _
from bot.turns import Turns
from storage.store import StoreError, StoreFault

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from storage.store import Store
    from storage.unit import Unit

LONG_AGO = NOW - 10_000 * DAY


class Troubled(Turns):
    """Turns whose first writes meet trouble."""

    def __init__(self, turns: Turns, *troubles: Exception) -> None:
        super().__init__(turns.world)
        self.troubles = list(troubles)
        self.tidied = asyncio.Event()

    async def write(self, work: Callable[[Unit], Any]) -> Any:
        if self.troubles:
            raise self.troubles.pop(0)
        await super().write(work)
        self.tidied.set()


def test_a_round_that_fails_is_not_the_last(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING, "bot.app")
    silent = store.write(lambda unit: a_person(unit, heard_at=LONG_AGO))

    async def run() -> None:
        plain = turns_on(store)
        troubles = (StoreError(_("De schijf is vol.")), KeyError(SECRETS[0]), StoreFault(_("Een fout.")))
        turns = Troubled(plain, *troubles)
        product = Product(Settings.from_environment({}), plain.world.gemeente, store, turns, Nudges(), [])
        tidying = asyncio.create_task(keep_tidy(product))
        await turns.tidied.wait()
        tidying.cancel()
        await asyncio.gather(tidying, return_exceptions=True)
        for made in (plain, turns):
            made.close()

    hurry(run())
    assert store.read(lambda unit: unit.people.speaker(silent.at)) is None
    assert [record.getMessage() for record in caplog.records] == [
        "Tidying has to wait: De schijf is vol.",
        "Tidying failed: KeyError",
        "Tidying failed: StoreFault",
    ]
