"""Files that people give: read by who gave them and who was given them, and gone with the yes."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from made import NOW, VACANCY, a_contact, a_person

from bot.domain.effects import KeepFile
from bot.domain.message import GivenFile

if TYPE_CHECKING:
    from storage.store import Store
    from storage.unit import Unit

CONTACT, FILE = "7" * 32, "8" * 32
CV = b"%PDF- een cv"


def three(unit: Unit) -> tuple[str, str, str]:
    """Add a person with a file for an employer, and another employer."""
    person, employer, other = (a_person(unit).id for _each in range(3))
    unit.vacancies.save(replace(VACANCY, employer_id=employer))
    a_contact(unit, person, employer, CONTACT)
    return person, employer, other


def read_by(store: Store, *readers: str) -> list[bytes | None]:
    return store.read(lambda unit: [unit.files.content(FILE, who) for who in readers])


def test_a_file_is_read_by_who_gave_it_and_by_who_was_given_it(store: Store) -> None:
    person, employer, other = store.write(three)
    assert read_by(store, person, employer, other) == [CV, None, None]
    store.write(lambda unit: unit.files.give(CONTACT))
    assert read_by(store, person, employer, other) == [CV, CV, None]
    store.write(lambda unit: unit.files.forget(CONTACT))
    assert read_by(store, person, employer, other) == [None, None, None]


def test_a_contact_has_one_file_and_another_one_waits_for_its_own_yes(store: Store) -> None:
    person, employer, _other = store.write(three)
    store.write(lambda unit: unit.files.give(CONTACT))
    photo = KeepFile(CONTACT, GivenFile("9" * 32, "jpg"), b"een foto")
    store.write(lambda unit: unit.files.keep(person, photo, NOW))
    assert read_by(store, person, employer) == [None, None]
    assert store.read(lambda unit: unit.files.content("9" * 32, employer)) is None
    assert store.read(lambda unit: unit.files.content("9" * 32, person)) == b"een foto"


def test_a_file_goes_with_who_gave_it(store: Store) -> None:
    person, employer, _other = store.write(three)
    store.write(lambda unit: unit.files.give(CONTACT))
    store.write(lambda unit: unit.people.erase(person))
    assert read_by(store, employer) == [None]


def test_a_file_nobody_said_yes_to_is_not_kept(store: Store) -> None:
    person, _employer, _other = store.write(three)
    store.write(lambda unit: unit.files.forget_left(NOW - timedelta(days=1)))
    assert read_by(store, person) == [CV]
    store.write(lambda unit: unit.files.forget_left(NOW + timedelta(seconds=1)))
    assert read_by(store, person) == [None]


def test_a_file_that_was_given_stays_as_long_as_its_yes(store: Store) -> None:
    _person, employer, _other = store.write(three)
    store.write(lambda unit: unit.files.give(CONTACT))
    store.write(lambda unit: unit.files.forget_left(NOW + timedelta(days=9)))
    assert read_by(store, employer) == [CV]
