"""Vacancies are kept, counted, closed and found again; only what matters raises their version."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from made import NOW, VACANCY, a_person

from bot.domain.profile import Hours, Occupation, Place
from bot.domain.vacancy import MATTERS, Contract, Pay, Standing, Vacancy, differs_in_what_matters
from storage.vacancies import Change, Vacancies

if TYPE_CHECKING:
    from storage.store import Store
    from storage.unit import Unit

TODAY = NOW.date()
IMPORTED = replace(VACANCY, id="6" * 32, source="vum", reference="A1")
OTHERWISE: dict[str, Any] = {
    "occupation": Occupation("http://data.europa.eu/esco/occupation/2", "kok", "5120"),
    "place": Place("2512", "Den Haag"),
    "hours": Hours(24, 36),
    "days": ("ma",),
    "dayparts": ("night",),
    "contract": Contract.PERMANENT,
    "pay": Pay(None, None, "hour"),
    "start": "2027-01-01",
    "licence": ("B",),
    "dutch": 2,
    "asks": ("lift",),
    "title": "Broodbakker",
    "employer": "Bakkerij Maan",
    "about": "Iets anders.",
    "until": "2027-02-01",
    "guidance": True,
    "places": 3,
    "standing": Standing.PAUSED,
}


class Followed:
    """An index that keeps what it is told."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def put_vacancy(self, vacancy: Vacancy) -> None:
        self.told.append(f"put {vacancy.id[0]} version {vacancy.version}")

    def drop_vacancy(self, vacancy_id: str) -> None:
        self.told.append(f"drop {vacancy_id[0]}")


def test_a_vacancy_comes_back_as_it_was(store: Store) -> None:
    full = replace(VACANCY, **OTHERWISE)
    assert store.write(lambda unit: unit.vacancies.save(full)) is Change.ADDED
    assert store.read(lambda unit: unit.vacancies.one(full.id)) == full
    assert store.read(lambda unit: unit.vacancies.one("0" * 32)) is None


def test_saving_the_same_again_changes_nothing(store: Store) -> None:
    store.write(lambda unit: unit.vacancies.save(IMPORTED))
    assert store.write(lambda unit: unit.vacancies.save(replace(IMPORTED, version=7))) is Change.UNCHANGED
    assert store.read(lambda unit: unit.vacancies.one(IMPORTED.id)) == IMPORTED


@pytest.mark.parametrize("name", sorted(OTHERWISE))
def test_only_what_matters_raises_the_version(store: Store, name: str) -> None:
    other = replace(VACANCY, **{name: OTHERWISE[name]})
    assert differs_in_what_matters(VACANCY, other) is (name in MATTERS)
    store.write(lambda unit: unit.vacancies.save(VACANCY))
    assert store.write(lambda unit: unit.vacancies.save(other)) is Change.CHANGED
    held = store.read(lambda unit: unit.vacancies.one(VACANCY.id))
    assert held == replace(other, version=2 if name in MATTERS else 1)


def test_each_field_is_decided_about() -> None:
    fixed = {"id", "employer_id", "source", "reference", "version"}
    assert {field.name for field in fields(Vacancy)} == fixed | set(OTHERWISE)


def test_many_keep_their_order_and_leave_out_what_is_gone(store: Store) -> None:
    ids = [f"{number:032x}" for number in range(1200)]
    store.write(lambda unit: [unit.vacancies.save(replace(VACANCY, id=each)) for each in ids[:1100]])
    found = store.read(lambda unit: unit.vacancies.many(reversed(ids)))
    assert [vacancy.id for vacancy in found] == ids[1099::-1]
    assert store.read(lambda unit: unit.vacancies.many([])) == []


def test_an_employer_has_their_own(store: Store) -> None:
    def placed(unit: Unit) -> str:
        mine, other = a_person(unit, "1"), a_person(unit, "2")
        unit.vacancies.save(replace(VACANCY, id="1" * 32, title="kok", employer_id=mine.id))
        unit.vacancies.save(replace(VACANCY, id="2" * 32, title="Afwasser", employer_id=mine.id))
        unit.vacancies.save(replace(VACANCY, id="3" * 32, employer_id=other.id))
        unit.vacancies.save(IMPORTED)
        return mine.id

    who = store.write(placed)
    assert [one.title for one in store.read(lambda unit: unit.vacancies.of_employer(who))] == ["Afwasser", "kok"]
    store.write(lambda unit: unit.people.erase(who))
    assert store.read(lambda unit: unit.vacancies.of_employer(who)) == []
    assert store.read(lambda unit: unit.vacancies.open_count()) == 2


def test_standing_is_set_and_open_ones_are_counted(store: Store) -> None:
    store.write(lambda unit: [unit.vacancies.save(VACANCY), unit.vacancies.save(IMPORTED)])
    assert store.read(lambda unit: unit.vacancies.open_count()) == 2
    assert store.read(lambda unit: unit.vacancies.not_closed_of("vum")) == [IMPORTED.id]
    store.write(lambda unit: unit.vacancies.set_standing(IMPORTED.id, Standing.CLOSED))
    store.write(lambda unit: unit.vacancies.set_standing("0" * 32, Standing.CLOSED))
    assert store.read(lambda unit: unit.vacancies.open_count()) == 1
    assert store.read(lambda unit: unit.vacancies.not_closed_of("vum")) == []
    held = store.read(lambda unit: unit.vacancies.one(IMPORTED.id))
    assert held == replace(IMPORTED, standing=Standing.CLOSED)


def test_the_day_after_the_last_day_it_is_closed(store: Store) -> None:
    days = {"1": TODAY - timedelta(days=1), "2": TODAY, "3": None}
    for first, day in days.items():
        store.write(
            lambda unit, first=first, day=day: unit.vacancies.save(  # type: ignore[misc]
                replace(VACANCY, id=first * 32, until=day and day.isoformat(), standing=Standing.PAUSED)
            )
        )
    assert store.write(lambda unit: unit.vacancies.expire(TODAY)) == ["1" * 32]
    assert store.write(lambda unit: unit.vacancies.expire(TODAY)) == []
    assert store.write(lambda unit: unit.vacancies.expire(date(2099, 1, 1))) == ["2" * 32]


def test_the_index_follows_each_change(store: Store) -> None:
    index = Followed()

    def change(unit: Unit) -> None:
        vacancies = Vacancies(unit.connection, unit.seal, index)
        vacancies.save(VACANCY)
        vacancies.save(VACANCY)
        vacancies.save(replace(VACANCY, dutch=1))
        vacancies.set_standing(VACANCY.id, Standing.PAUSED)
        vacancies.set_standing(VACANCY.id, Standing.OPEN)
        vacancies.save(replace(IMPORTED, until="2020-01-01"))
        vacancies.expire(TODAY)

    store.write(change)
    assert index.told == [
        "put 5 version 1",
        "put 5 version 2",
        "drop 5",
        "put 5 version 2",
        "put 6 version 1",
        "drop 6",
    ]
