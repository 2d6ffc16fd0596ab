"""Employers on real databases: a vacancy is there after the yes, only its employer changes it, erasing takes it."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from made import NOW, row_counts
from talk import take_all, talk, turns_on

from bot.domain.event import Said, Tapped
from bot.domain.invitation import Invitation
from bot.domain.person import Role
from bot.domain.vacancy import Standing
from bot.inviting import invite
from bot.rounds import Rounds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.domain.event import Event, What
    from bot.domain.vacancy import Vacancy
    from bot.turns import Turns
    from storage.store import Store
    from storage.unit import Unit

PLACES_ONE: tuple[What, ...] = (
    Tapped("employer.start=yes"),
    Said("ik zoek een bakker in Utrecht, 24 uur, 15 euro per uur"),
    Said("genoeg"),
    Tapped("publish=yes"),
)


@pytest.fixture
def turns(store: Store) -> Iterator[Turns]:
    made = turns_on(store)
    yield made
    made.close()


def speaks(turns: Turns, name: str, *said: What) -> list[Event]:
    """Let an employer come in, place a vacancy, and say more."""
    made = Invitation(Role.EMPLOYER, NOW + timedelta(days=30), name=name)
    token = invite(turns.world.store, made, NOW).token
    events = talk(name, token, (*PLACES_ONE, *said))
    take_all(turns, events)
    return events


def placed(turns: Turns, event: Event) -> list[Vacancy]:
    """Give the vacancies of who is at the address of an event."""

    def read(unit: Unit) -> list[Vacancy]:
        speaker = unit.people.speaker(event.address)
        return unit.vacancies.of_employer(speaker.person.id) if speaker else []

    return turns.world.store.read(read)


def test_after_the_yes_the_vacancy_is_there_and_what_follows_is_planned(turns: Turns) -> None:
    events = speaks(turns, "Bakkerij Zon")
    (vacancy,) = placed(turns, events[0])
    assert (vacancy.title, vacancy.employer, vacancy.standing) == ("Bakker", "Bakkerij Zon", Standing.OPEN)
    assert vacancy.pay is not None
    assert vacancy.until == (NOW.date() + timedelta(weeks=8)).isoformat()
    assert turns.world.store.read(lambda unit: unit.dues.next_at()) is not None


def test_nobody_changes_the_vacancy_of_another(turns: Turns) -> None:
    zon = speaks(turns, "Bakkerij Zon")
    (vacancy,) = placed(turns, zon[0])
    keys = "show open pause close longer change copy".split()
    speaks(turns, "Bakkerij Maan", *(Tapped(f"vacancy:{vacancy.id}={key}") for key in keys))
    assert placed(turns, zon[0]) == [vacancy]


def test_a_vacancy_closes_by_itself_after_its_last_day(turns: Turns) -> None:
    events = speaks(turns, "Bakkerij Zon")
    rounds = Rounds(turns, lambda: NOW + timedelta(weeks=9))
    while asyncio.run(rounds.once()):
        pass
    (vacancy,) = placed(turns, events[0])
    assert vacancy.standing is Standing.CLOSED


def test_erasing_takes_the_vacancies_and_all_that_was_planned(turns: Turns) -> None:
    store = turns.world.store
    before = store.read(row_counts)
    speaks(turns, "Bakkerij Zon", Said("ik zoek een kok"), Said("wis alles"), Tapped("erase_all=yes"))
    after = store.read(row_counts)
    left = {table for table, count in after.items() if count != before.get(table, 0)}
    assert left <= {"issued", "invitation"}
