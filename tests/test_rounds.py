"""What happens by itself: once, in turn, and whatever one of them meets, the others go on."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any

from made import NOW, SECRETS, a_person
from talk import turns_on

from bot.domain.effects import Plan
from bot.rounds import AGAIN, Rounds
from bot.turns import Turns

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from storage.store import Store
    from storage.unit import Unit


def test_one_that_fails_is_kept_and_says_only_its_kind(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING, "bot.rounds")
    who = store.write(a_person)
    planned = Plan("nobody-knows-this", {"name": SECRETS[2]})
    store.write(lambda unit: unit.dues.plan(planned, person_id=who.id, from_id=None, now=NOW))
    turns = turns_on(store)
    moments = [NOW]
    rounds = Rounds(turns, lambda: moments[-1])
    assert asyncio.run(rounds.once()) == 1
    assert asyncio.run(rounds.once()) == 0
    moments.append(NOW + AGAIN)
    assert asyncio.run(rounds.once()) == 1
    turns.close()
    assert store.read(lambda unit: unit.dues.stuck()) == {("nobody-knows-this", "KeyError"): 1}
    assert SECRETS[2] not in caplog.text
    assert "KeyError" in caplog.text


def test_a_round_in_which_there_is_nothing_writes_nothing(store: Store) -> None:
    turns = NoWrites(turns_on(store).world)
    assert asyncio.run(Rounds(turns, lambda: NOW).once()) == 0
    turns.close()


class NoWrites(Turns):
    """Turns in which nothing may be written."""

    async def write(self, work: Callable[[Unit], Any]) -> Any:
        raise AssertionError(f"{work} was to be written")
