"""Contacts as they are kept: what the employer sees outlives the person, and nothing else of the person does."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest
from made import NOW, VACANCY, a_contact, a_person
from sqlalchemy import select

from bot.domain.consent import Answer, Consent, Piece
from bot.domain.contact import Act, Between, Side, Why, ask, happens
from bot.domain.contact_seen import Seen, seen_by_employer
from bot.domain.disclosure import Grain
from bot.domain.event import Channel
from bot.domain.known_as import NOBODY, Pair
from bot.domain.message import message
from bot.text import verbatim
from storage.outbox import CHAT, Spoken
from storage.tables import metadata

if TYPE_CHECKING:
    from datetime import date

    from bot.domain.contact import ContactRequest
    from storage.store import Store
    from storage.unit import Unit

CONTACT = "7" * 32
LATER = NOW + timedelta(hours=1)


def two(unit: Unit) -> tuple[str, str]:
    """Add a person and an employer with a vacancy, in contact."""
    person, employer = a_person(unit).id, a_person(unit).id
    unit.vacancies.save(replace(VACANCY, employer_id=employer))
    a_contact(unit, person, employer)
    return person, employer


def held(unit: Unit) -> ContactRequest:
    found = unit.contacts.one(CONTACT)
    assert found
    return found.contact


ENDS = [
    (),
    ((Act.ACCEPT, Side.JOBSEEKER, None),),
    ((Act.REFUSE, Side.JOBSEEKER, None),),
    ((Act.BLOCK, Side.JOBSEEKER, None),),
    ((Act.CLOSE, Side.CHAT, Why.WORK_FOUND),),
    ((Act.WITHDRAW, Side.EMPLOYER, None),),
    ((Act.ACCEPT, Side.JOBSEEKER, None), (Act.STOP, Side.EMPLOYER, None)),
    ((Act.ACCEPT, Side.JOBSEEKER, None), (Act.CLOSE, Side.CHAT, Why.EMPLOYER_SILENT)),
]


@pytest.mark.parametrize("acts", ENDS)
def test_a_contact_comes_back_as_it_was_kept(store: Store, acts: tuple[tuple[Act, Side, Why | None], ...]) -> None:
    store.write(two)
    kept = store.read(held)
    for act, side, why in acts:
        after = happens(kept, act, side, LATER, why)
        assert after
        kept = after
    store.write(lambda unit: unit.contacts.keep(CONTACT, kept))
    assert store.read(held) == kept


@pytest.mark.parametrize("acts", ENDS)
def test_erasing_changes_nothing_that_the_employer_sees_of_what_is_over(
    store: Store, acts: tuple[tuple[Act, Side, Why | None], ...]
) -> None:
    person, _employer = store.write(two)
    kept = store.read(held)
    for act, side, why in acts:
        kept = happens(kept, act, side, LATER, why) or kept
    store.write(lambda unit: unit.contacts.keep(CONTACT, kept))
    store.write(lambda unit: unit.people.erase(person))
    gone = store.read(held)
    assert gone.between.person_id == NOBODY
    for days in (0, 1, 13, 14, 15, 100):
        at = NOW + timedelta(days=days, hours=2)
        before = seen_by_employer(kept, at)
        assert seen_by_employer(gone, at) is (Seen.ENDED if before is Seen.TALKING else before)


def test_nothing_of_a_person_is_left_in_any_row(store: Store) -> None:
    person, _employer = store.write(two)
    store.write(lambda unit: unit.people.erase(person))

    def left(unit: Unit) -> list[str]:
        return [
            table.name
            for table in metadata.sorted_tables
            for row in unit.connection.execute(select(table)).mappings()
            if person in map(str, row.values())
        ]

    assert store.read(left) == []


def test_there_is_one_contact_for_a_person_and_a_vacancy(store: Store) -> None:
    person, employer = store.write(two)
    again = ask(Between(person, employer, VACANCY.id), Side.JOBSEEKER, LATER)
    assert not store.write(lambda unit: unit.contacts.begin("8" * 32, again, "Blauwe Fiets"))
    assert [each.id for each in store.read(lambda unit: unit.contacts.of(employer))] == [CONTACT]


def test_somebody_who_is_gone_can_still_be_asked_for_the_employer(store: Store) -> None:
    person, employer = store.write(two)
    store.write(lambda unit: unit.people.erase(person))
    begun = ask(Between(NOBODY, employer, VACANCY.id), Side.EMPLOYER, LATER, reaches=False)
    assert store.write(lambda unit: unit.contacts.begin("8" * 32, begun, "Stille Maan"))
    seen = [seen_by_employer(each.contact, LATER) for each in store.read(lambda unit: unit.contacts.of(employer))]
    assert seen == [Seen.WAITING, Seen.WAITING]


def test_consents_are_only_added(store: Store) -> None:
    person, _employer = store.write(two)
    withdrawn = Consent(Piece.CONVERSATION, Answer.WITHDRAWN, LATER, "stoppen-1")
    store.write(lambda unit: unit.contacts.answer(CONTACT, person, [withdrawn]))
    found = store.read(lambda unit: unit.contacts.one(CONTACT))
    assert found
    assert [row.answer for row in found.consents] == [Answer.GIVEN, Answer.WITHDRAWN]


def test_two_employers_know_somebody_by_other_handles_and_never_finer_than_before(store: Store) -> None:
    person, employer = store.write(two)

    def know(unit: Unit) -> tuple[str, str]:
        other = a_person(unit).id
        mine, theirs = (unit.disclosures.handle(person, each) for each in (employer, other))
        unit.disclosures.know(Pair(mine, person, employer, "Blauwe Fiets", Grain.NOTHING))
        unit.disclosures.know(Pair(mine, person, employer, "Blauwe Fiets", Grain.FINE))
        return mine, theirs

    mine, theirs = store.write(know)
    assert mine != theirs
    pair = store.read(lambda unit: unit.disclosures.pair(mine))
    assert pair
    assert (pair.grain, pair.is_blocked) == (Grain.NOTHING, False)
    store.write(lambda unit: unit.disclosures.block(person, employer, Side.JOBSEEKER))
    blocked = store.read(lambda unit: unit.disclosures.pair(mine))
    assert blocked
    assert blocked.is_blocked


def test_words_of_somebody_else_go_when_they_erase_everything(store: Store) -> None:
    def told(unit: Unit) -> tuple[str, int]:
        writer, reader = a_person(unit), a_person(unit, "", Channel.WEB)
        words = [
            Spoken(CHAT, message(verbatim("van een ander")), from_id=writer.id),
            Spoken(CHAT, message(verbatim("van de chat"))),
        ]
        unit.outbox.add(reader.id, reader.address_id, Channel.WEB, words, at=NOW)
        return writer.id, reader.address_id

    writer, address = store.write(told)
    store.write(lambda unit: unit.people.erase(writer))
    assert len(store.read(lambda unit: unit.outbox.since(address, 0))) == 1


def answered(day: date, unit: Unit) -> None:
    unit.surveys.add("survey.helped", "some", day)


def test_a_survey_says_nothing_of_a_person_nor_of_a_day(store: Store) -> None:
    for day in (1, 23):
        store.write(partial(answered, NOW.date().replace(day=day)))
    assert store.read(lambda unit: unit.surveys.counted()) == {("survey.helped", "some"): 2}
    assert set(metadata.tables["survey"].c.keys()) == {"id", "month", "question", "answer"}
    months = store.read(lambda unit: set(unit.connection.execute(select(metadata.tables["survey"].c.month)).scalars()))
    assert months == {NOW.date().replace(day=1)}
