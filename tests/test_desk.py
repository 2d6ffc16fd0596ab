"""What werkmatchers do: each act once, each handoff to one of them, and nothing of somebody but what they allowed."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields, replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from made import NOW, SECRETS, a_person, row_counts
from talk import turns_on

from bot.domain.event import Address, Channel, Event, Opened
from bot.domain.gemeente import Keep
from bot.domain.handoff import Card, Claim, Close, Ended, HandBack, Kind, PassOn, Reply, Request
from bot.domain.invitation import Invitation
from bot.domain.person import Role
from bot.inviting import invite
from bot.queueing import leave
from bot.taken import How
from bot.text import verbatim
from storage.housekeeping import tidy

if TYPE_CHECKING:
    from bot.domain.handoff import Act, Line
    from bot.taken import Taken
    from bot.turns import Turns
    from storage.store import Store
    from storage.unit import Unit

SOON = NOW + timedelta(minutes=15)
REQUEST = Request("Fatima", verbatim("mijn uren"), (verbatim("• Werk: kok"),), SOON)


def sign_in(turns: Turns, name: str) -> str:
    """Let a werkmatcher open their link at the desk; give their id."""
    store, at = turns.world.store, Address(Channel.DESK, f"desk-of-{name}")
    token = invite(store, Invitation(Role.WERKMATCHER, NOW + timedelta(days=1), name=name), NOW).token
    assert turns.take_now(Event(f"open:{name}", at, Opened(token, f"secret-of-{name}"), NOW), None).how is How.TAKEN
    speaker = store.write(lambda unit: unit.people.speaker(at))
    assert speaker
    return speaker.person.id


def does(turns: Turns, name: str, what: Act, number: str = "") -> Taken:
    event = Event(f"desk:{name}:{what}:{number}", Address(Channel.DESK, f"desk-of-{name}"), what, NOW)
    return turns.take_now(event, None)


def asked(store: Store, request: Request = REQUEST, key: str = "") -> tuple[str, str]:
    """Let somebody ask for a human; give their id, and the handoff's."""
    who = store.write(lambda unit: a_person(unit, key))
    return who.id, store.write(lambda unit: unit.handoffs.ask(who.id, request, NOW))


def _card(handoff: str, unit: Unit) -> Card:
    card = unit.handoffs.one(handoff)
    assert card
    return card


def _lines(handoff: str, unit: Unit) -> list[Line]:
    return list(unit.handoffs.lines(handoff))


def test_a_handoff_from_claim_to_close(store: Store) -> None:
    turns = turns_on(store)
    karin, piet = sign_in(turns, "Karin"), sign_in(turns, "Piet")
    person, handoff = asked(store)
    (card,) = store.read(lambda unit: unit.handoffs.waiting())
    assert (card.name, card.taken_by, card.since) == ("Fatima", None, NOW)
    assert does(turns, "Karin", Claim(handoff)).how is How.TAKEN
    refused = does(turns, "Piet", Claim(handoff))
    assert refused.how is How.REFUSED
    assert refused.direct[0].text[0].msgid == "{name} heeft dit gesprek."
    assert does(turns, "Piet", Reply(handoff, "hoi")).how is How.REFUSED
    assert does(turns, "Karin", Reply(handoff, "Dag!")).how is How.TAKEN
    assert does(turns, "Karin", Reply(handoff, "Dag!")).how is How.SEEN
    assert does(turns, "Karin", PassOn(handoff, "nobody")).how is How.REFUSED
    assert does(turns, "Karin", PassOn(handoff, piet)).how is How.TAKEN
    assert [each.id for each in store.read(lambda unit: unit.handoffs.of(piet))] == [handoff]
    assert store.read(lambda unit: unit.handoffs.of(karin)) == []
    assert does(turns, "Karin", HandBack(handoff)).how is How.REFUSED
    lines = store.read(lambda unit: unit.handoffs.lines(handoff))
    assert [(line.kind, line.by, line.text) for line in lines] == [
        (Kind.CLAIMED, "Karin", None),
        (Kind.REPLIED, "Karin", "Dag!"),
        (Kind.PASSED_ON, "Karin", "Piet"),
    ]
    assert does(turns, "Piet", Close(handoff)).how is How.TAKEN
    assert store.read(lambda unit: unit.handoffs.open()) == []
    assert store.read(lambda unit: unit.handoffs.lines(handoff)) == []
    (ended,) = store.read(lambda unit: unit.handoffs.ended(NOW))
    assert (ended.handoff, ended.by) == (handoff, "Piet")
    assert store.read(lambda unit: unit.dues.ripe(SOON, 100))  # the person hears of it
    assert does(turns, "Piet", Reply(handoff, "nog iets"), "again").direct[0].text[0].msgid == "Het gesprek is gestopt."
    turns.close()
    store.write(lambda unit: unit.people.erase(person))
    assert store.read(lambda unit: unit.handoffs.whose(handoff)) is None


def test_of_two_who_claim_at_once_exactly_one_gets_it(store: Store) -> None:
    turns = turns_on(store)
    names = ["Karin", "Piet", "Anna", "Omar"]
    ids = {name: sign_in(turns, name) for name in names}
    for _round in range(5):
        claim = Claim(asked(store)[1])
        with ThreadPoolExecutor(len(names)) as threads:
            taken = list(threads.map(does, [turns] * len(names), names, [claim] * len(names)))
        (winner,) = [name for name, result in zip(names, taken, strict=True) if result.how is How.TAKEN]
        card = store.read(partial(_card, claim.handoff))
        assert (card.taken_by, card.werkmatcher) == (ids[winner], winner)
        record = store.read(lambda unit: unit.handoffs.acts())
        claims = [(by, act) for _at, handoff, by, act in record if handoff == claim.handoff]
        assert claims == [(winner, "claimed")]
    turns.close()


def test_only_a_werkmatcher_acts(store: Store) -> None:
    turns = turns_on(store)
    other = store.write(lambda unit: a_person(unit, "somebody", Channel.WEB))
    _person, handoff = asked(store)
    for what in (Claim(handoff), Reply(handoff, "hoi", beside=True), Close(handoff), HandBack(handoff)):
        assert turns.take_now(Event(f"web:{what}", other.at, what, NOW), None).how is How.REFUSED
    assert store.read(partial(_card, handoff)).taken_by is None
    assert (
        turns.take_now(Event("x", Address(Channel.DESK, "a stranger"), Claim(handoff), NOW), None).how is How.STRANGER
    )
    turns.close()


def test_the_record_holds_no_text(store: Store) -> None:
    turns = turns_on(store)
    sign_in(turns, "Karin")
    secret = replace(REQUEST, name=SECRETS[2], about=verbatim(SECRETS[0]))
    _person, handoff = asked(store, secret)
    for what in (Claim(handoff), Reply(handoff, SECRETS[3]), HandBack(handoff)):
        assert does(turns, "Karin", what).how is How.TAKEN
    turns.close()
    record = store.read(lambda unit: unit.handoffs.acts())
    assert [act for _at, _handoff, _by, act in record] == ["signed_in", "claimed", "replied", "handed_back"]
    assert not any(secret in str(record) for secret in SECRETS)


def test_the_desk_gets_by_its_types_only_what_may_be_seen() -> None:
    assert {field.name for field in fields(Card)} == {
        *("id", "name", "about", "shown", "since", "is_urgent", "is_late", "is_employer"),
        *("taken_by", "werkmatcher", "answer_by"),
    }
    assert {field.name for field in fields(Ended)} == {"handoff", "at", "by"}


def test_what_was_said_is_erased_when_its_time_is_over_and_the_record_later(store: Store) -> None:
    turns = turns_on(store)
    sign_in(turns, "Karin")
    _person, over = asked(store)
    _other, open_still = asked(store)
    for what in (Claim(over), Reply(over, "Dag!"), Close(over)):
        does(turns, "Karin", what)
    keep = Keep(conversation=700, handoff=30, events=700, sentences=30, desk=60)

    def left(days: int) -> tuple[int, int, int]:
        def work(unit: Unit) -> tuple[int, int, int]:
            tidy(unit, NOW + timedelta(days=days), keep)
            rows = row_counts(unit)
            return rows["handoff"], rows["handoff_line"], rows["desk_act"]

        return store.write(work)

    assert left(30) == (2, 3, 4)
    assert left(31) == (1, 0, 4)
    assert left(61) == (1, 0, 0)
    assert store.read(partial(_card, open_still)).name == "Fatima"
    turns.close()


def test_stopping_and_erasing_look_the_same_at_the_desk(store: Store) -> None:
    turns = turns_on(store)
    sign_in(turns, "Karin")
    handoffs = []
    for _each in range(2):
        person, handoff = asked(store)
        does(turns, "Karin", Claim(handoff), handoff)
        handoffs.append((person, handoff))
    (stops, _first), (erases, _second) = handoffs
    store.write(lambda unit: unit.handoffs.end_of(stops, NOW))

    def erase(unit: Unit) -> None:
        speaker = unit.people.wherever(erases)
        assert speaker
        leave(unit, speaker.person, turns.world.gemeente.opening, NOW)
        unit.people.erase(erases)

    store.write(erase)
    seen = store.read(lambda unit: (unit.handoffs.open(), unit.handoffs.ended(NOW), unit.handoffs.acts()))
    assert seen[0] == []
    assert {(each.at, each.by) for each in seen[1]} == {(NOW, None)}
    acts = [[act for _at, of, _by, act in seen[2] if of == handoff] for _person, handoff in handoffs]
    assert acts[0] == acts[1] == ["claimed", "ended"]
    assert all(store.read(partial(_lines, handoff)) == [] for _person, handoff in handoffs)
    turns.close()


def test_what_a_werkmatcher_who_leaves_had_goes_back_to_the_queue(store: Store) -> None:
    turns = turns_on(store)
    karin = sign_in(turns, "Karin")
    _person, handoff = asked(store)
    does(turns, "Karin", Claim(handoff))

    def go(unit: Unit) -> None:
        speaker = unit.people.wherever(karin)
        assert speaker
        assert leave(unit, speaker.person, turns.world.gemeente.opening, NOW)
        unit.people.erase(karin)

    store.write(go)
    card = store.read(partial(_card, handoff))
    assert (card.taken_by, card.is_late) == (None, True)
    assert store.read(lambda unit: [act for _at, _of, _by, act in unit.handoffs.acts()]) == [
        "signed_in",
        "claimed",
        "late",
    ]
    turns.close()


def test_own_standard_answers_are_ones_own(store: Store) -> None:
    turns = turns_on(store)
    karin, piet = sign_in(turns, "Karin"), sign_in(turns, "Piet")
    number = store.write(lambda unit: unit.standard_answers.keep(karin, "Ik bel je morgen."))
    assert store.read(lambda unit: unit.standard_answers.of(karin)) == [(number, "Ik bel je morgen.")]
    assert store.read(lambda unit: unit.standard_answers.of(piet)) == []
    assert store.write(lambda unit: unit.standard_answers.drop(piet, number)) is False
    assert store.write(lambda unit: unit.standard_answers.drop(karin, number)) is True
    turns.close()
