"""What people said about showing a field: sealed, in order, and a yes never outlives the answer it was for."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from made import NOW, PROFILE, a_person
from sqlalchemy import select

from bot.domain.consent import Answer
from bot.domain.fields import OTHER_ANSWER, Field, FieldConsent, Shows
from storage.tables import field_consent

if TYPE_CHECKING:
    from bot.domain.profile import Profile
    from storage.store import Store
    from storage.unit import Unit

CANNOT = replace(PROFILE, ability=(("stand", True), ("lift", False)), register=True)
YES = FieldConsent(Field.LIFT, Answer.GIVEN, NOW, "laat-zien-1")
LATER = NOW + timedelta(days=1)


def said(store: Store, person_id: str) -> tuple[FieldConsent, ...]:
    return store.read(lambda unit: unit.fields.of(person_id))


def saved(store: Store, *profiles: Profile) -> str:
    def work(unit: Unit) -> str:
        who = a_person(unit)
        unit.profiles.save(who.id, CANNOT, NOW)
        unit.fields.add(who.id, [YES])
        for profile in profiles:
            unit.profiles.save(who.id, profile, LATER)
        return who.id

    return store.write(work)


def test_what_was_said_comes_back_in_order(store: Store) -> None:
    person = saved(store)
    back = FieldConsent(Field.LIFT, Answer.WITHDRAWN, LATER, "niet-meer-1")
    store.write(lambda unit: unit.fields.add(person, [back]))
    assert said(store, person) == (YES, back)


def test_a_yes_outlives_another_wish_and_nothing_else(store: Store) -> None:
    person = saved(store, replace(CANNOT, push="weekly", experience_years=3))
    assert said(store, person) == (YES,)
    for other in (
        replace(CANNOT, ability=(("stand", True), ("lift", True))),
        replace(CANNOT, ability=(("stand", True),)),
        replace(CANNOT, ability=()),
    ):
        lapsed = FieldConsent(Field.LIFT, Answer.WITHDRAWN, LATER, OTHER_ANSWER)
        assert said(store, saved(store, other)) == (YES, lapsed)
        again = said(store, saved(store, other, CANNOT))
        assert Shows(CANNOT, again, frozenset(Field)).lines == ()


def test_nobody_reads_in_the_database_which_field_it_is(store: Store) -> None:
    saved(store)
    rows = store.read(lambda unit: unit.connection.execute(select(field_consent)).all())
    assert all(word not in bytes(row.body_sealed) for row in rows for word in (b"lift", b"given", b"laat-zien"))
    assert set(field_consent.c.keys()) == {"id", "person_id", "at", "body_sealed"}
