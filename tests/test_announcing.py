"""A vacancy that comes in reaches everybody it fits, once, and nobody else."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from made import NOW, a_person
from talk import turns_on

from bot.announcing import announce_one
from bot.config import EXAMPLE, read_gemeente
from bot.dialogs.jobs.pace import SEND
from bot.domain.profile import Hours, Occupation, Place, Profile
from bot.domain.vacancy import Standing, Vacancy
from bot.rounds import Rounds

if TYPE_CHECKING:
    from storage.store import Store
    from storage.unit import Unit

CLEANER = Occupation("http://data.europa.eu/esco/occupation/cleaner", "schoonmaker", "9112")
COOK = Occupation("http://data.europa.eu/esco/occupation/cook", "kok", "5120")
PLACE = Place("3511", "Utrecht")
VACANCY = Vacancy(
    id="0" * 32,
    employer="Zon",
    title="schoonmaker",
    occupation=CLEANER,
    place=PLACE,
    hours=Hours(24, 24),
    source="test",
)
GEMEENTE = read_gemeente(EXAMPLE)


def somebody(store: Store, work: Occupation, *, active: bool = True) -> str:
    def add(unit: Unit) -> str:
        who = a_person(unit)
        unit.profiles.save(who.id, Profile((work,), Hours(20, 32), PLACE), NOW)
        unit.profiles.show(who.id, active=active)
        return who.id

    return store.write(add)


def waiting(store: Store) -> dict[str, str]:
    def read(unit: Unit) -> dict[str, str]:
        ripe = unit.dues.ripe(NOW, 100)
        held = {number: unit.dues.one(number) for number in ripe}
        return {each.person_id: each.what.kind for each in held.values() if each}

    return store.read(read)


def announced(store: Store) -> list[int]:
    counts = []
    while (count := store.write(lambda unit: announce_one(unit, GEMEENTE, NOW))) is not None:
        counts.append(count)
    return counts


def test_those_it_fits_are_to_look_and_nobody_else(store: Store) -> None:
    fits, _cook, _hidden = somebody(store, CLEANER), somebody(store, COOK), somebody(store, CLEANER, active=False)
    store.write(lambda unit: unit.vacancies.save(VACANCY))
    assert announced(store) == [1]
    assert waiting(store) == {fits: SEND}
    assert announced(store) == []


def test_it_is_announced_again_only_when_something_that_matters_changed(store: Store) -> None:
    somebody(store, CLEANER)
    for change, again in (
        (VACANCY, [1]),
        (replace(VACANCY, about="Kom erbij."), []),
        (replace(VACANCY, hours=Hours(30, 30)), [1]),
    ):
        store.write(lambda unit, held=change: unit.vacancies.save(held))  # type: ignore[misc]
        assert announced(store) == again


def test_one_that_is_not_open_is_not_announced(store: Store) -> None:
    somebody(store, CLEANER)
    store.write(lambda unit: unit.vacancies.save(replace(VACANCY, standing=Standing.PAUSED)))
    assert announced(store) == []
    store.write(lambda unit: unit.vacancies.save(VACANCY))
    assert announced(store) == [1]


def test_two_that_come_at_once_wait_once_for_each_person(store: Store) -> None:
    who = somebody(store, CLEANER)
    for number in range(3):
        made = replace(VACANCY, id=f"{number}" * 32, reference=f"{number}")
        store.write(lambda unit, held=made: unit.vacancies.save(held))  # type: ignore[misc]
    turns = turns_on(store)
    assert asyncio.run(Rounds(turns, lambda: NOW).once()) == 1
    turns.close()
    assert waiting(store) == {}
    assert who
