"""What is due: planned, taken once, tried again when it fails, gone with whom it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from made import DAY, NOW, a_person

from bot.domain.effects import Plan
from storage.dues import MOST_TRIES

if TYPE_CHECKING:
    from datetime import datetime

    from made import Made

    from storage.store import Store


def plan(store: Store, who: Made, planned: Plan, from_id: str | None = None) -> None:
    store.write(lambda unit: unit.dues.plan(planned, person_id=who.id, from_id=from_id, now=NOW))


def ripe(store: Store, now: datetime = NOW) -> list[str]:
    held = store.read(lambda unit: [unit.dues.one(number) for number in unit.dues.ripe(now, 10)])
    return [each.what.kind for each in held if each]


def test_what_is_planned_is_due_at_its_moment_and_in_order(store: Store) -> None:
    who = store.write(a_person)
    plan(store, who, Plan("later", at=NOW + DAY))
    plan(store, who, Plan("now", {"word": "ja"}))
    assert ripe(store) == ["now"]
    assert ripe(store, NOW + DAY) == ["now", "later"]
    assert store.read(lambda unit: unit.dues.next_at()) == NOW
    (number, *_more) = store.read(lambda unit: unit.dues.ripe(NOW, 10))
    held = store.read(lambda unit: unit.dues.one(number))
    assert held is not None
    assert (held.person_id, held.what.body) == (who.id, {"word": "ja"})


def test_it_is_taken_once(store: Store) -> None:
    who = store.write(a_person)
    plan(store, who, Plan("now"))
    (number,) = store.read(lambda unit: unit.dues.ripe(NOW, 10))
    assert store.write(lambda unit: unit.dues.take(number))
    assert not store.write(lambda unit: unit.dues.take(number))
    assert store.read(lambda unit: unit.dues.one(number)) is None


def test_of_a_kind_that_happens_once_there_is_one(store: Store) -> None:
    one, other = store.write(a_person), store.write(a_person)
    for who in (one, one, other):
        plan(store, who, Plan("push", once=True))
    plan(store, one, Plan("push"))
    assert ripe(store) == ["push"] * 3


def test_what_fails_is_tried_again_and_shown_and_at_last_left(store: Store) -> None:
    who = store.write(a_person)
    plan(store, who, Plan("tell"))
    (number,) = store.read(lambda unit: unit.dues.ripe(NOW, 10))
    store.write(lambda unit: unit.dues.failed(number, NOW + DAY, "KeyError"))
    assert ripe(store) == []
    assert ripe(store, NOW + DAY) == ["tell"]
    assert store.read(lambda unit: unit.dues.stuck()) == {("tell", "KeyError"): 1}
    for _more in range(MOST_TRIES):
        store.write(lambda unit: unit.dues.failed(number, NOW, "KeyError"))
    assert ripe(store, NOW + DAY) == []
    assert store.read(lambda unit: unit.dues.next_at()) is None


def test_it_goes_with_whom_it_is_for_and_with_who_caused_it(store: Store) -> None:
    one, other, third = (store.write(a_person) for _person in range(3))
    plan(store, one, Plan("tell"), from_id=other.id)
    plan(store, other, Plan("own"))
    plan(store, third, Plan("tell"), from_id=other.id)
    plan(store, third, Plan("clock"))
    store.write(lambda unit: unit.people.erase(other.id))
    assert ripe(store) == ["clock"]
