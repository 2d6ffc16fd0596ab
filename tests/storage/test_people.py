"""People, their addresses, conversations, profiles, sessions and events."""

from __future__ import annotations

import uuid
from functools import partial
from threading import Event, Thread
from typing import TYPE_CHECKING

import pytest
from made import DAY, NOW, PROFILE, a_person, row_counts

from bot.domain.event import Address, Channel
from bot.domain.person import Contact, Person, Role, Support
from bot.domain.profile import profile_json

if TYPE_CHECKING:
    from datetime import datetime

    from made import Made

    from storage.sessions import Session
    from storage.store import Store
    from storage.unit import Unit


def reach(unit: Unit, who: Made, *, reachable: bool) -> None:
    unit.people.set_reachable(who.address_id, reachable=reachable)


@pytest.fixture
def who(store: Store) -> Made:
    return store.write(a_person)


def test_a_stranger_is_nobody(store: Store, who: Made) -> None:
    assert store.read(lambda unit: unit.people.speaker(Address(Channel.TELEGRAM, "0"))) is None
    assert store.read(lambda unit: unit.people.speaker(Address(Channel.WEB, who.at.key))) is None


def test_who_speaks_is_found_with_all_that_a_turn_needs(store: Store) -> None:
    person = Person(uuid.uuid4().hex, Role.JOBSEEKER, "en", Support.GUIDED, Contact.WERKMATCHER)
    at, state = Address(Channel.WEB, "a-web-conversation"), {"answers": {"welcome": {"join": True}}, "stack": ["home"]}

    def add(unit: Unit) -> int:
        unit.people.add(person, NOW.date())
        address_id = unit.people.add_address(person.id, at)
        unit.conversations.start(person.id, state, NOW)
        return address_id

    address_id = store.write(add)
    speaker = store.read(lambda unit: unit.people.speaker(at))
    assert speaker is not None
    assert (speaker.person, speaker.address_id, speaker.state) == (person, address_id, state)
    assert speaker.reachable
    assert not speaker.has_profile
    store.write(lambda unit: unit.profiles.save(person.id, PROFILE, NOW))
    found = store.read(lambda unit: unit.people.speaker(at))
    assert found is not None
    assert found.has_profile


def test_one_person_is_the_same_at_every_address(store: Store, who: Made) -> None:
    web = Address(Channel.WEB, "elsewhere")
    added = store.write(lambda unit: unit.people.add_address(who.id, web))
    speaker = store.read(lambda unit: unit.people.speaker(web))
    assert speaker is not None
    assert (speaker.person.id, speaker.address_id) == (who.id, added)
    assert speaker.at == web
    assert store.read(lambda unit: unit.people.address_on(who.id, Channel.WEB)) == web
    assert store.read(lambda unit: unit.people.address_on(who.id, Channel.TELEGRAM)) == who.at
    assert store.read(lambda unit: unit.people.address_on(who.id, Channel.TERMINAL)) is None


def test_the_language_a_person_reads(store: Store, who: Made) -> None:
    store.write(lambda unit: unit.people.speak(who.id, "en"))
    assert store.read(lambda unit: unit.people.language_of(who.id)) == "en"
    assert store.read(lambda unit: unit.people.language_of("nobody")) == "nl"


def test_whether_the_channel_lets_us_through(store: Store, who: Made) -> None:
    for reachable in (False, True):
        store.write(partial(reach, who=who, reachable=reachable))
        speaker = store.read(lambda unit: unit.people.speaker(who.at))
        assert speaker is not None
        assert speaker.reachable is reachable


def test_a_conversation_is_kept_where_it_stands(store: Store, who: Made) -> None:
    state = {"answers": {"profile": {"hours": {"min": 24.5, "max": None}}}, "stack": ["profile"]}
    store.write(lambda unit: unit.conversations.keep(who.id, state, NOW))
    speaker = store.read(lambda unit: unit.people.speaker(who.at))
    assert speaker is not None
    assert speaker.state == state


def test_a_profile_replaces_the_one_before_and_can_rest(store: Store, who: Made) -> None:
    assert store.read(lambda unit: unit.profiles.of(who.id)) is None
    for _time in range(2):
        store.write(lambda unit: unit.profiles.save(who.id, PROFILE, NOW))
    held = store.read(lambda unit: unit.profiles.of(who.id))
    assert held is not None
    assert held[1] is True
    assert held[0]["first_name"] == PROFILE.first_name
    assert set(held[0]) == set(profile_json(PROFILE))
    store.write(lambda unit: unit.profiles.show(who.id, active=False))
    resting = store.read(lambda unit: unit.profiles.of(who.id))
    assert resting == (held[0], False)


def test_an_event_counts_once(store: Store, who: Made) -> None:
    assert store.write(lambda unit: unit.events.add("tg:1", who.id, NOW))
    assert not store.write(lambda unit: unit.events.add("tg:1", who.id, NOW + DAY))
    assert store.write(lambda unit: unit.events.add("tg:2", who.id, NOW))


def session_of(unit: Unit, web_id: str, secret: str, at: datetime) -> Session | None:
    return unit.sessions.find(web_id, secret, at)


def test_a_session_opens_only_its_own_conversation(store: Store) -> None:
    mine = store.write(lambda unit: a_person(unit, "mine", Channel.WEB))
    other = store.write(lambda unit: a_person(unit, "other", Channel.WEB))
    store.write(lambda unit: unit.sessions.add(mine.address_id, "a-secret", NOW + DAY))
    found = store.read(lambda unit: unit.sessions.find("mine", "a-secret", NOW))
    assert found is not None
    assert (found.web_id, found.address_id, found.person_id, found.language) == ("mine", mine.address_id, mine.id, "nl")
    for web_id, secret, at in (
        ("other", "a-secret", NOW),
        ("mine", "another-secret", NOW),
        ("mine", "a-secret", NOW + DAY),
        ("", "", NOW),
    ):
        assert store.read(partial(session_of, web_id=web_id, secret=secret, at=at)) is None
    assert store.read(lambda unit: unit.sessions.is_open(other.address_id))
    store.write(lambda unit: unit.people.erase(other.id))
    assert not store.read(lambda unit: unit.sessions.is_open(other.address_id))


def test_moments_come_back_as_they_were(store: Store) -> None:
    store.write(lambda unit: a_person(unit, heard_at=NOW.replace(microsecond=123456)))
    held = store.read(
        lambda unit: unit.known.everything(unit.connection.exec_driver_sql("select id from person").scalar_one())
    )
    assert held["conversation"]["heard_at"] == "2026-11-23T09:00:00.123456+00:00"


def test_what_fails_halfway_did_not_happen(store: Store) -> None:
    before = store.read(row_counts)

    def fail(unit: Unit) -> None:
        a_person(unit)
        raise RuntimeError("a fault in our own code")

    with pytest.raises(RuntimeError):
        store.write(fail)
    assert store.read(row_counts) == before


def test_a_reader_does_not_wait_for_a_writer(store: Store) -> None:
    writing, done = Event(), Event()

    def write(unit: Unit) -> None:
        a_person(unit)
        writing.set()
        done.wait()

    before = store.read(row_counts)
    writer = Thread(target=store.write, args=(write,))
    writer.start()
    try:
        assert writing.wait(30)
        assert store.read(row_counts) == before
    finally:
        done.set()
        writer.join()
    assert store.read(row_counts)["person"] == before["person"] + 1
