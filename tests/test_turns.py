"""Turns on real databases: each event counts once, in order, whole or not at all; strangers leave no trace."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier
from typing import TYPE_CHECKING

import pytest
from hurry import hurry
from made import NOW, row_counts
from talk import PROFILE_TALK, hashes, outcome_of, take, take_all, talk, token_for, turns_on

from bot.dialogs.turn import Turn
from bot.domain.effects import Say, SpeakIn
from bot.domain.event import Address, Blocked, Channel, Coded, Event, Opened, Said, Sent, Tapped
from bot.domain.message import message
from bot.taken import How
from bot.text import Text
from storage.sealing import KEY_BYTES, Seal
from storage.store import Store, StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.domain.event import What
    from bot.turns import Turns
    from storage.unit import Unit

THREADS = 8


@pytest.fixture
def turns(store: Store) -> Iterator[Turns]:
    made = turns_on(store)
    yield made
    made.close()


def at_once(turns: Turns, events: list[Event]) -> list[How]:
    """Take events at the same moment, each in a thread."""
    barrier = Barrier(len(events))

    def one(event: Event) -> How:
        barrier.wait()
        return take(turns, event).how

    with ThreadPoolExecutor(len(events)) as threads:
        return list(threads.map(one, events))


def test_a_whole_talk_is_taken_and_can_be_read_back(turns: Turns) -> None:
    events = talk("fatima", token_for(turns.world.store), PROFILE_TALK)
    assert [taken.how for taken in take_all(turns, events)] == [How.TAKEN] * len(events)
    held = outcome_of(turns.world.store, events[0].address)
    assert held is not None
    assert held.state["answers"]["profile"]["first_name"] == "Fatima"
    assert held.state["answers"]["profile"]["hours"]["min"] == 20
    assert held.events == hashes(turns.world.store, events)
    assert [body for author, body in held.messages if author == "me" and isinstance(body, str)] == [
        event.what.text for event in events if isinstance(event.what, Said)
    ]


def test_the_same_event_again_changes_nothing(turns: Turns) -> None:
    events = talk("fatima", token_for(turns.world.store), PROFILE_TALK)
    for event in events:
        take(turns, event)
        held = outcome_of(turns.world.store, event.address)
        assert take(turns, event).how is How.SEEN
        assert outcome_of(turns.world.store, event.address) == held
    before = outcome_of(turns.world.store, events[0].address)
    assert {taken.how for taken in take_all(turns, events)} == {How.SEEN}
    assert outcome_of(turns.world.store, events[0].address) == before


def test_the_same_event_at_the_same_moment_counts_once(turns: Turns) -> None:
    opened, *events = talk("fatima", token_for(turns.world.store), PROFILE_TALK[:4])
    take(turns, opened)
    for event in events:
        assert Counter(at_once(turns, [event] * THREADS)) == {How.TAKEN: 1, How.SEEN: THREADS - 1}
    again = talk("ann", token_for(turns.world.store), PROFILE_TALK[:4])
    take_all(turns, again)
    one, other = (outcome_of(turns.world.store, event.address) for event in (opened, again[0]))
    assert one is not None
    assert other is not None
    assert (one.state, one.messages) == (other.state, other.messages)


def test_one_persons_events_go_one_after_another_whatever_the_threads(turns: Turns) -> None:
    """What stands there afterwards is what a replay in the order of the messages gives."""
    store = turns.world.store
    opened, joined, *others = talk("fatima", token_for(store), PROFILE_TALK)
    events = [event for event in others if isinstance(event.what, Said)][:THREADS]
    take_all(turns, [opened, joined])
    assert at_once(turns, events) == [How.TAKEN] * THREADS
    held = outcome_of(store, opened.address)
    assert held is not None
    said = [body for author, body in held.messages if author == "me" and isinstance(body, str)]
    by_words = {event.what.text: event.what for event in events if isinstance(event.what, Said)}
    assert sorted(said) == sorted(by_words)
    replayed = talk("ann", token_for(store), [joined.what, *(by_words[words] for words in said)])
    take_all(turns, replayed)
    other = outcome_of(store, replayed[0].address)
    assert other is not None
    assert (held.state, held.messages) == (other.state, other.messages)


def test_persons_at_the_same_moment_do_not_mix(turns: Turns) -> None:
    talks = [talk(f"person{number}", token_for(turns.world.store), PROFILE_TALK) for number in range(4)]

    def one(events: list[Event]) -> list[How]:
        return [taken.how for taken in take_all(turns, events)]

    with ThreadPoolExecutor(4) as threads:
        assert {how for hows in threads.map(one, talks) for how in hows} == {How.TAKEN}
    found = [outcome_of(turns.world.store, events[0].address) for events in talks]
    assert all(held is not None and held.messages == found[0].messages for held in found if found[0])


def test_a_dialog_that_fails_leaves_nothing_behind(turns: Turns, monkeypatch: pytest.MonkeyPatch) -> None:
    store = turns.world.store
    opened, joined, *_others = talk("fatima", token_for(store), PROFILE_TALK)
    take(turns, opened)
    before, counts = outcome_of(store, opened.address), store.read(row_counts)

    def fail(*_given: object) -> Turn:
        raise RuntimeError("a fault in a dialog")

    with monkeypatch.context() as broken:
        broken.setattr("bot.turns.take", fail)
        with pytest.raises(RuntimeError):
            take(turns, joined)
    assert (outcome_of(store, opened.address), store.read(row_counts)) == (before, counts)
    assert take(turns, joined).how is How.TAKEN


def test_what_fails_at_the_end_of_a_turn_undoes_its_beginning(turns: Turns, monkeypatch: pytest.MonkeyPatch) -> None:
    store = turns.world.store
    opened, joined, *_others = talk("fatima", token_for(store), PROFILE_TALK)
    take(turns, opened)
    before, counts = outcome_of(store, opened.address), store.read(row_counts)
    unsayable = message(Text("Dag {name}", (("name", object()),)))  # type: ignore[arg-type]

    def half(state: object, *_given: object) -> Turn:
        return Turn(state, (SpeakIn("en"), Say(unsayable)))  # type: ignore[arg-type]

    with monkeypatch.context() as broken:
        broken.setattr("bot.turns.take", half)
        with pytest.raises(TypeError):
            take(turns, joined)
    assert (outcome_of(store, opened.address), store.read(row_counts)) == (before, counts)
    speaker = store.read(lambda unit: unit.people.speaker(opened.address))
    assert speaker is not None
    assert speaker.person.language == "nl"


STRANGE: tuple[What, ...] = (
    Said("hallo"),
    Said("12345678"),
    Said("wis alles"),
    Said("x" * 5000),
    Tapped("join=yes", 1),
    Sent("voice"),
    Opened(None),
    Opened("no-such-invitation-at-all"),
    Opened("../../etc/passwd"),
    Coded("12345678", "a-session"),
    Blocked(),
    Blocked(blocked=False),
)


@pytest.mark.parametrize("what", STRANGE, ids=lambda what: type(what).__name__)
@pytest.mark.parametrize("channel", list(Channel))
def test_a_stranger_leaves_no_trace(turns: Turns, what: What, channel: Channel) -> None:
    store = turns.world.store
    token_for(store)
    before = store.read(row_counts)
    event = Event("strange:1", Address(channel, "somewhere"), what, NOW)
    for _time in range(2):
        taken = take(turns, event)
        assert taken.how in {How.STRANGER, How.REFUSED}
        assert bool(taken.direct) is not isinstance(what, Blocked)
        assert taken.address_id is None
    assert store.read(row_counts) == before


@pytest.mark.parametrize("channel", [Channel.WEB, Channel.TELEGRAM])
def test_a_no_leaves_nothing_but_what_staff_see_of_every_invitation(turns: Turns, channel: Channel) -> None:
    store = turns.world.store
    empty = store.read(row_counts)
    events = talk("fatima", token_for(store), [Tapped("join=no")], channel)
    opened, refused = take_all(turns, events)
    assert (opened.how, refused.how) == (How.TAKEN, How.ERASED)
    assert refused.direct
    assert store.read(row_counts) == {**empty, "issued": 1, "invitation": 1}
    assert take(turns, events[1]).how is How.STRANGER
    assert take(turns, events[0]).how is How.REFUSED
    assert store.read(row_counts) == {**empty, "issued": 1, "invitation": 1}


@pytest.mark.parametrize("after", range(1, len(PROFILE_TALK) + 1, 3))
def test_erasing_leaves_nothing_at_any_moment(turns: Turns, after: int) -> None:
    store = turns.world.store
    empty = store.read(row_counts)
    events = talk("fatima", token_for(store), [*PROFILE_TALK[:after], Said("wis alles"), Tapped("erase_all=yes")])
    *_before, asked, erased = take_all(turns, events)
    assert (asked.how, erased.how) == (How.TAKEN, How.ERASED)
    assert store.read(row_counts) == {**empty, "issued": 1, "invitation": 1}


def test_who_speaks_while_they_are_erased_elsewhere_is_a_stranger_or_was_heard_before(turns: Turns) -> None:
    store = turns.world.store
    opened, *events = talk("fatima", token_for(store), PROFILE_TALK[:THREADS])
    take(turns, opened)

    def erase(unit: Unit) -> None:
        speaker = unit.people.speaker(opened.address)  # locks the conversation first, as every turn does
        assert speaker is not None
        unit.people.erase(speaker.person.id)

    with ThreadPoolExecutor(1) as other:
        erasing = other.submit(store.write, erase)
        assert set(at_once(turns, events)) <= {How.TAKEN, How.STRANGER}
        erasing.result()
    counts = store.read(row_counts)
    assert sum(counts.values()) == counts["issued"] + counts["invitation"]


def test_of_several_who_open_one_invitation_at_once_one_gets_in(turns: Turns) -> None:
    token = token_for(turns.world.store)
    events = [talk(f"person{number}", token, ())[0] for number in range(THREADS)]
    assert Counter(at_once(turns, events)) == {How.TAKEN: 1, How.REFUSED: THREADS - 1}
    assert turns.world.store.read(row_counts)["person"] == 1


def test_blocking_and_coming_back_are_facts_that_are_kept(turns: Turns) -> None:
    store = turns.world.store
    opened, *_others = talk("fatima", token_for(store), (), Channel.TELEGRAM)
    take(turns, opened)
    facts: tuple[tuple[What, bool], ...] = (
        (Blocked(), False),
        (Blocked(blocked=False), True),
        (Blocked(), False),
        (Said("ja"), True),
    )
    for number, (what, reachable) in enumerate(facts):
        take(turns, replace(opened, id=f"again:{number}", what=what))
        speaker = store.read(lambda unit: unit.people.speaker(opened.address))
        assert speaker is not None
        assert speaker.reachable is reachable


def test_a_code_lets_a_person_go_on_elsewhere(turns: Turns) -> None:
    store = turns.world.store
    events = talk("fatima", token_for(store), PROFILE_TALK[:3], Channel.TELEGRAM)
    take_all(turns, events)
    speaker = store.read(lambda unit: unit.people.speaker(events[0].address))
    assert speaker is not None
    store.write(lambda unit: unit.invitations.offer_code("12345678", speaker.person.id, events[-1].at.replace(hour=23)))
    web = Address(Channel.WEB, "a-web-conversation")
    assert take(turns, Event("web:1", web, Coded("12345678", "a-session"), events[-1].at)).how is How.TAKEN
    there = store.read(lambda unit: unit.people.speaker(web))
    assert there is not None
    assert (there.person.id, there.state["answers"]) == (speaker.person.id, speaker.state["answers"])
    assert store.read(lambda unit: unit.sessions.find(web.key, "a-session", NOW)) is not None
    assert take(turns, Event("web:2", Address(Channel.WEB, "x"), Coded("12345678"), NOW)).how is How.REFUSED


def test_a_database_in_trouble_is_told_and_the_event_can_come_again(database_url: str) -> None:
    store = Store(database_url, Seal(bytes(KEY_BYTES)), busy_seconds=0.05)
    turns = turns_on(store)
    opened, joined, *_others = talk("fatima", token_for(store), PROFILE_TALK)
    rung: list[How] = []
    turns.world = replace(turns.world, ring=lambda taken: rung.append(taken.how))

    async def run() -> None:
        await turns.take(opened)
        with store.engine.connect() as blocking:
            blocking.exec_driver_sql("select 1" if store.is_sqlite else "lock table conversation")
            with pytest.raises(StoreError):
                await turns.take(joined)
            blocking.rollback()
        assert (await turns.take(joined)).how is How.TAKEN

    hurry(run())
    assert rung == [How.TAKEN, How.TAKEN]
    turns.close()
    store.close()


def test_a_double_tap_on_a_link_lets_in_both_times(turns: Turns) -> None:
    (opened,) = talk("fatima", token_for(turns.world.store), ())
    taken = at_once(turns, [replace(opened, id=f"tap:{number}") for number in range(THREADS)])
    assert How.REFUSED not in taken
    assert turns.world.store.read(row_counts)["person"] == 1
