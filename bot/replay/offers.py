"""The vacancies of a story: written in words, read as an answer would be."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogs.contact.bringing import bring
from bot.domain.opening import AMSTERDAM
from bot.domain.profile import Hours, Occupation, Place
from bot.domain.vacancy import Standing, Vacancy
from bot.nlu.asked import ASKED
from bot.nlu.sentence import Sentence

if TYPE_CHECKING:
    from typing import Any

    from bot.replay.house import House
    from bot.replay.lines import OfferChanges, Offered

SOURCE = "story"


def offer(house: House, line: Offered, employer_id: str | None) -> bool:
    """Take a vacancy in, of somebody in the story or of a source; False when its words mean nothing."""
    work, place, hours = (
        _read(house, *each) for each in (("wishes", line.title), ("place", line.place), ("hours", line.hours))
    )
    if work is None or place is None or hours is None:
        return False
    made = Vacancy(
        id=_id(line.employer),
        employer=line.employer,
        title=line.title,
        occupation=Occupation(**work),
        place=Place(**place),
        hours=Hours(**hours),
        asks=line.asks,
        employer_id=employer_id,
        source=None if employer_id else SOURCE,
        reference=None if employer_id else line.employer,
    )
    house.store.write(lambda unit: unit.vacancies.save(made))
    return True


def change_offer(house: House, line: OfferChanges) -> bool:
    """Close the vacancy of an employer, or change its hours; False when there is none."""
    held = house.store.read(lambda unit: unit.vacancies.one(_id(line.employer)))
    if held is None:
        return False
    if line.hours is None:
        house.store.write(lambda unit: unit.vacancies.set_standing(held.id, Standing.CLOSED))
        return True
    changed = replace(held, hours=Hours(**_read(house, "hours", line.hours)))
    house.store.write(lambda unit: unit.vacancies.save(changed))
    return True


def bring_offer(house: House, employer: str, person_id: str) -> bool:
    """Bring the vacancy of an employer to somebody, as a werkmatcher does; False when there is none."""
    vacancy_id = offer_of(house, employer)
    if vacancy_id is None:
        return False
    brought = bring(person_id, vacancy_id)
    house.store.write(lambda unit: unit.dues.plan(brought, person_id=person_id, from_id=None, now=house.now))
    return True


def offer_of(house: House, employer: str) -> str | None:
    """Give the id of the vacancy of an employer; None when there is none."""
    vacancy_id = _id(employer)
    return vacancy_id if house.store.read(lambda unit: unit.vacancies.one(vacancy_id)) else None


def _id(employer: str) -> str:
    """Give the id of an employer's vacancy; in a story each has one."""
    return uuid.uuid5(uuid.NAMESPACE_URL, employer).hex


def _read(house: House, question: str, words: str) -> Any:
    found = ASKED[question](Sentence.of(words), house.now.astimezone(AMSTERDAM).date())
    return found.value if found else None
