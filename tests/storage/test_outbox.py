"""The outbox: in order, replies before pushes, nothing for who cannot be reached, and counted when it fails."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest
from made import NOW, Made, a_person

from bot.domain.event import Channel
from bot.domain.message import Button, message
from bot.text import _, verbatim
from storage.outbox import CHAT, ME, Spoken

if TYPE_CHECKING:
    from bot.text import Text
    from storage.store import Store
    from storage.unit import Unit

LATER = NOW + timedelta(minutes=5)
QUESTION = message(_("Wil je meedoen?"), buttons=(Button(_("Ja, ik doe mee"), "join=yes"), Button(_("Nee"), "join=no")))


@pytest.fixture
def ann(store: Store) -> Made:
    return store.write(a_person)


@pytest.fixture
def ben(store: Store) -> Made:
    return store.write(a_person)


def put(store: Store, who: Made, *words: str, is_push: bool = False) -> None:
    said = [Spoken(CHAT, message(verbatim(word)), is_push) for word in words]
    store.write(lambda unit: unit.outbox.add(who.id, who.address_id, who.at.channel, said, at=NOW))


def words_of(unit: Unit, seq: int) -> str:
    outgoing = unit.outbox.outgoing(seq)
    assert outgoing is not None
    return str(outgoing.message.text[0].params[0][1])


def heads(store: Store, most: int = 10) -> list[str]:
    """Give the words of what may go next."""
    found = store.read(lambda unit: unit.outbox.heads(NOW, most))
    return [store.read(partial(words_of, seq=seq)) for seq, _chat, _push in found]


def take_one(store: Store, outcome: str = "sent") -> str:
    """Let something become of the first that may go; give its words."""
    ((seq, chat, _push), *_others) = store.read(lambda unit: unit.outbox.heads(NOW, 10))
    words = store.read(lambda unit: words_of(unit, seq))
    if outcome == "sent":
        store.write(lambda unit: unit.outbox.sent(seq, chat, buttons_ref=None))
    elif outcome == "later":
        store.write(lambda unit: unit.outbox.later(seq, LATER, "TimedOut"))
    else:
        store.write(lambda unit: unit.outbox.dead(seq, "BadRequest"))
    return words


def test_a_chat_gets_its_messages_in_order_one_at_a_time(store: Store, ann: Made, ben: Made) -> None:
    put(store, ann, "ann 1", "ann 2")
    put(store, ben, "ben 1")
    assert heads(store) == ["ann 1", "ben 1"]
    assert take_one(store) == "ann 1"
    assert heads(store) == ["ann 2", "ben 1"]
    assert [take_one(store), take_one(store), heads(store)] == ["ann 2", "ben 1", []]


def test_replies_go_before_pushes(store: Store, ann: Made, ben: Made) -> None:
    put(store, ann, "push to ann", is_push=True)
    put(store, ben, "reply to ben")
    assert heads(store) == ["reply to ben", "push to ann"]
    put(store, ann, "reply to ann")
    assert heads(store) == ["reply to ben", "reply to ann"]
    assert [take_one(store) for _time in range(3)] == ["reply to ben", "reply to ann", "push to ann"]


def test_a_message_that_comes_later_holds_up_those_behind_it_and_nobody_else(
    store: Store, ann: Made, ben: Made
) -> None:
    put(store, ann, "ann 1", "ann 2")
    put(store, ben, "ben 1")
    assert take_one(store, "later") == "ann 1"
    assert heads(store) == ["ben 1"]
    ((seq, _chat, _push), _ben) = store.read(lambda unit: unit.outbox.heads(LATER, 10))
    again = store.read(lambda unit: unit.outbox.outgoing(seq))
    assert again is not None
    assert again.tries == 1
    assert store.read(lambda unit: words_of(unit, seq)) == "ann 1"


def test_a_push_that_comes_later_does_not_hold_up_a_reply(store: Store, ann: Made) -> None:
    put(store, ann, "push", is_push=True)
    assert take_one(store, "later") == "push"
    put(store, ann, "reply")
    assert heads(store) == ["reply"]


def test_a_dead_message_holds_up_nobody_and_is_counted(store: Store, ann: Made) -> None:
    put(store, ann, "ann 1", "ann 2")
    assert take_one(store, "dead") == "ann 1"
    assert heads(store) == ["ann 2"]
    assert store.read(lambda unit: unit.outbox.counted()) == {("dead", "BadRequest"): 1, ("waiting", None): 1}


def test_a_kind_of_error_with_a_long_name_can_be_kept(store: Store, ann: Made) -> None:
    put(store, ann, "ann 1")
    ((seq, _chat, _push),) = store.read(lambda unit: unit.outbox.heads(NOW, 10))
    store.write(lambda unit: unit.outbox.later(seq, NOW, "E" * 200))
    store.write(lambda unit: unit.outbox.dead(seq, "E" * 200))
    assert store.read(lambda unit: unit.outbox.counted()) == {("dead", "E" * 40): 1}


def test_nothing_goes_to_who_cannot_be_reached_and_all_of_it_waits(store: Store, ann: Made, ben: Made) -> None:
    put(store, ann, "ann 1", "ann 2")
    put(store, ben, "ben 1")
    ((seq, _chat, _push), _ben) = store.read(lambda unit: unit.outbox.heads(NOW, 10))
    store.write(lambda unit: unit.people.set_reachable(ann.address_id, reachable=False))
    assert heads(store) == ["ben 1"]
    assert store.read(lambda unit: unit.outbox.outgoing(seq)) is None
    store.write(lambda unit: unit.people.set_reachable(ann.address_id, reachable=True))
    assert heads(store) == ["ann 1", "ben 1"]


def test_one_chat_with_many_messages_leaves_room_for_the_others(store: Store, ann: Made, ben: Made) -> None:
    put(store, ann, *(f"ann {number}" for number in range(50)))
    put(store, ben, "ben 1")
    assert heads(store, most=2) == ["ann 0", "ben 1"]
    assert heads(store, most=1) == ["ann 0"]


def test_what_goes_out_says_where_how_and_what(store: Store, ann: Made) -> None:
    store.write(lambda unit: unit.people.speak(ann.id, "en"))
    store.write(
        lambda unit: unit.outbox.add(ann.id, ann.address_id, Channel.TELEGRAM, [Spoken(CHAT, QUESTION)], at=NOW)
    )
    ((seq, chat, _push),) = store.read(lambda unit: unit.outbox.heads(NOW, 10))
    outgoing = store.read(lambda unit: unit.outbox.outgoing(seq))
    assert outgoing is not None
    assert (outgoing.to, outgoing.language, outgoing.message) == (ann.at, "en", QUESTION)
    assert (outgoing.seq, outgoing.address_id, outgoing.person_id) == (seq, chat, ann.id)
    assert (outgoing.tries, outgoing.is_push, outgoing.buttons_ref) == (0, False, None)
    store.write(lambda unit: unit.outbox.sent(seq, chat, buttons_ref="77"))
    assert store.read(lambda unit: unit.outbox.outgoing(seq)) is None
    put(store, ann, "next")
    ((following, _chat, _push),) = store.read(lambda unit: unit.outbox.heads(NOW, 10))
    later = store.read(lambda unit: unit.outbox.outgoing(following))
    assert later is not None
    assert later.buttons_ref == "77"


def test_a_message_that_is_not_due_waits(store: Store, ann: Made) -> None:
    put(store, ann, "ann 1")
    before = NOW - timedelta(seconds=1)
    assert store.read(lambda unit: unit.outbox.heads(before, 10)) == []
    assert heads(store) == ["ann 1"]


def test_nothing_waits_in_an_empty_outbox(store: Store) -> None:
    assert store.read(lambda unit: unit.outbox.counted()) == {}


def test_the_web_chat_reads_what_was_said_from_where_it_was(store: Store) -> None:
    who = store.write(lambda unit: a_person(unit, channel=Channel.WEB))
    said = [Spoken(ME, "Ja"), Spoken(CHAT, QUESTION)]
    store.write(lambda unit: unit.outbox.add(who.id, who.address_id, Channel.WEB, said, at=NOW, event_id="web:1"))
    mine, question = store.read(lambda unit: unit.outbox.since(who.address_id, 0))
    assert (mine.author, mine.body, mine.event_id, mine.at) == (ME, "Ja", "1", NOW)
    assert (question.author, question.body, question.event_id) == (CHAT, QUESTION, None)
    assert mine.seq < question.seq
    assert store.read(lambda unit: unit.outbox.since(who.address_id, mine.seq)) == [question]
    assert store.read(lambda unit: unit.outbox.since(who.address_id, 0, most=1)) == [mine]
    assert store.read(lambda unit: unit.outbox.since(who.address_id, question.seq)) == []
    assert store.read(lambda unit: unit.outbox.heads(NOW, 10)) == []


def test_a_tapped_button_says_what_stood_on_it(store: Store) -> None:
    who, other = (store.write(lambda unit: a_person(unit, channel=Channel.WEB)) for _person in range(2))
    store.write(lambda unit: unit.outbox.add(who.id, who.address_id, Channel.WEB, [Spoken(CHAT, QUESTION)], at=NOW))
    (question,) = store.read(lambda unit: unit.outbox.since(who.address_id, 0))

    def label(at: int, value: str) -> Text | None:
        return store.read(lambda unit: unit.outbox.label_of(at, question.seq, value))

    assert label(who.address_id, "join=yes") == _("Ja, ik doe mee")
    assert label(who.address_id, "join=maybe") is None
    assert label(other.address_id, "join=yes") is None


def test_numbers_are_never_used_again(store: Store) -> None:
    first = store.write(a_person)
    put(store, first, "one", "two")
    assert take_one(store, "dead") == "one"
    ((last, _chat, _push),) = store.read(lambda unit: unit.outbox.heads(NOW, 10))
    store.write(lambda unit: unit.people.erase(first.id))
    second = store.write(a_person)
    put(store, second, "three")
    ((seq, _chat, _push),) = store.read(lambda unit: unit.outbox.heads(NOW, 10))
    assert seq > last
