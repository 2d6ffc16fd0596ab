"""The pace: whatever comes, however long it is on its way, the channel's limits hold, and nothing waits for nothing."""

from __future__ import annotations

import math
from functools import partial
from statistics import median

import pytest
from delivery.channel import Channel, Sent, Trip, Wish
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.delivery.pacing import CHAT_GAP, LATE, MOST_TRIES, PERMITS, PUSH_GAP, Pace, back_off
from fake_telegram import Limits
from fake_telegram.limits import Pace as Allowed

A_GROUP = "-100"
DAY = 24 * 3600

CHATS = st.integers(1, 6) | st.integers(1, 200) | st.just(A_GROUP)
WISHES = st.lists(st.builds(Wish, st.floats(0, 3), CHATS, st.booleans()), max_size=150)
"""When messages come and for which chat: crowds as well as long rows for one."""

SOME_TIME = st.floats(0, 0.05) | st.floats(0, 5)
TRIPS = st.lists(st.builds(Trip, SOME_TIME, SOME_TIME, SOME_TIME.map(lambda back: back + 1e-6)), min_size=1)
"""Anything that may happen to messages: they overtake each other, hang for seconds, and are answered late."""

QUICK_TRIPS = st.lists(
    st.builds(Trip, st.floats(0, 0.005), st.floats(0, 0.005), st.floats(1e-6, 0.005)), min_size=1, max_size=60
)


def refused(sent: list[Sent]) -> list[Sent]:
    """Give what a server that keeps the limits strictly answers with 429."""
    now = 0.0
    allowed = Allowed(Limits(), lambda: now)
    found = []
    for each in sent:
        now = each.arrived
        if allowed.retry_after(int(each.wish.chat)) is not None:
            found.append(each)
    return found


@given(WISHES, TRIPS)
def test_no_limit_is_ever_hit_however_long_messages_are_on_their_way(wishes: list[Wish], trips: list[Trip]) -> None:
    sent = Channel(Pace(), trips).send(wishes)
    assert len(sent) == len(wishes)
    assert refused(sent) == []


@settings(max_examples=40)
@given(st.integers(100, 400), st.booleans(), TRIPS | QUICK_TRIPS)
def test_no_limit_is_hit_by_a_crowd_and_who_chats(crowd: int, is_reply: bool, trips: list[Trip]) -> None:  # noqa: FBT001 - drawn
    wishes = [Wish(0.0, 1000 + number, is_reply) for number in range(crowd)]
    wishes += [Wish(number / 2, number % 3) for number in range(20)]
    assert refused(Channel(Pace(), trips).send(wishes)) == []


@settings(max_examples=40)
@given(QUICK_TRIPS)
def test_pushes_keep_the_rate_when_the_channel_answers_soon(trips: list[Trip]) -> None:
    pushes = 600
    sent = Channel(Pace(), trips).send([Wish(0.0, 1 + number, is_reply=False) for number in range(pushes)])
    assert pushes / sent[-1].arrived >= 0.95 * PERMITS


@settings(max_examples=40)
@given(QUICK_TRIPS)
def test_a_reply_hardly_ever_waits_for_pushes(trips: list[Trip]) -> None:
    wishes = [Wish(0.0, 1000 + number, is_reply=False) for number in range(300)]
    wishes += [Wish(0.317 * number, 1 + number) for number in range(1, 30)]
    waited = [sent.at - sent.wish.at for sent in Channel(Pace(), trips).send(wishes) if sent.wish.is_reply]
    assert median(waited) <= PUSH_GAP / 2
    assert max(waited) <= 3 * PUSH_GAP


@given(WISHES, st.dictionaries(st.integers(1, 50), st.floats(0.1, 60), max_size=3))
def test_nothing_goes_while_the_channel_wants_nothing(wishes: list[Wish], stops: dict[int, float]) -> None:
    sent = Channel(Pace(), stops=stops).send(wishes)
    assert len(sent) == len(wishes)
    for number, seconds in stops.items():
        assert all(each.at >= sent[number - 1].at + seconds for each in sent[number:])


def test_when_all_are_under_way_only_an_answer_tells_when() -> None:
    pace = Pace()
    for chat in range(PERMITS):
        pace.take(chat, 0.0)
    assert pace.free_at(100) == math.inf
    pace.answered(3, 7.0)
    assert pace.free_at(100) == 8.0
    pace.answered(4, 7.5)
    assert pace.free_at(100) == 8.0


def test_who_wants_to_know_of_an_answer_hears_of_it_once() -> None:
    pace, heard = Pace(), list[str]()
    pace.when_answered(partial(heard.append, "answered"))
    for now in range(2):
        pace.take(7, 10.0 * now)
        pace.answered(7, 10.0 * now + 1)
    assert heard == ["answered"]


def test_a_chat_waits_for_its_answer_and_a_second_more() -> None:
    pace = Pace()
    pace.take(7, 0.0)
    assert pace.free_at(7) == math.inf
    assert pace.free_at(8) == 0.0
    pace.answered(7, 5.0)
    assert pace.free_at(7) == 5.0 + CHAT_GAP


def test_nothing_can_be_taken_before_its_turn() -> None:
    pace = Pace()
    pace.take(7, 0.0)
    with pytest.raises(ValueError, match="before its turn"):
        pace.take(7, 100.0)
    pace.answered(7, 100.0)
    with pytest.raises(ValueError, match="before its turn"):
        pace.take(7, 100.5)
    pace.take(7, 101.0)


def test_a_push_waits_for_its_gap_and_a_reply_does_not() -> None:
    pace = Pace()
    for chat in range(4):
        pace.take(chat, 10.0)
    assert pace.free_at(5, is_reply=True) <= 10.0
    assert pace.free_at(5, is_reply=False) == pytest.approx(10.0 - LATE + 4 * PUSH_GAP)


def test_a_free_chat_does_not_wait_for_a_held_one() -> None:
    pace = Pace()
    pace.hold(1, 100.0)
    assert pace.free_at(1) == 100.0
    assert pace.free_at(2) <= 0.0
    pace.hold(1, 50.0)
    assert pace.free_at(1) == 100.0


def test_chats_that_are_long_free_are_forgotten_and_the_others_are_not() -> None:
    pace = Pace(gap=0.0)
    pace.hold(0, 1e9)
    for chat in range(1, 30_000):
        pace.take(chat, chat * 1.0)
        pace.answered(chat, chat * 1.0)
    assert pace.free_at(0) == 1e9
    assert pace.free_at(29_999) == 29_999 + CHAT_GAP
    assert pace.free_at(1) <= 29_999
    assert len(pace._chat_free_at) < 10_001  # noqa: SLF001 - that it forgets is the point


def test_back_off_doubles_up_to_ten_minutes() -> None:
    assert [back_off(tries) for tries in range(5)] == [2, 4, 8, 16, 32]
    assert back_off(9) == back_off(10**6) == 600
    assert 0.9 * DAY < sum(back_off(tries) for tries in range(MOST_TRIES - 1)) < 1.1 * DAY
