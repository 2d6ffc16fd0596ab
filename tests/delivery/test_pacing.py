"""The pace: whatever comes, in whatever order, the channel's limits hold, and nothing waits for nothing."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.pacing import AHEAD, BOT_GAP, CHAT_GAP, MOST_TRIES, Pace, back_off

A_SECOND = 30
DAY = 24 * 3600

ARRIVALS = st.lists(
    st.tuples(st.floats(0, 3), st.integers(1, 6) | st.integers(1, 200)),
    max_size=150,
)
"""When messages come (seconds) and for which chat: crowds as well as long rows for one."""


def sent(
    arrivals: list[tuple[float, int]], pace: Pace, stops: dict[int, float] | None = None
) -> list[tuple[float, int]]:
    """Send each message as soon as it may go, the ones that may go earliest first; give when which chat got one."""
    waiting, now, done = sorted(arrivals), 0.0, []
    while waiting:
        now, chat, came = min(
            (max(pace.free_at(chat, is_reply=chat % 2 == 0), came, now), chat, came) for came, chat in waiting
        )
        waiting.remove((came, chat))
        pace.take(chat, now)
        done.append((now, chat))
        if stops and len(done) in stops:
            pace.stop_until(now + stops[len(done)])
    return done


@given(ARRIVALS)
def test_never_more_than_thirty_in_any_second(arrivals: list[tuple[float, int]]) -> None:
    moments = [at for at, _chat in sent(arrivals, Pace())]
    assert all(later - first > 1 for first, later in zip(moments, moments[A_SECOND:], strict=False))


@given(ARRIVALS)
def test_never_two_within_a_second_for_one_chat(arrivals: list[tuple[float, int]]) -> None:
    done = sent(arrivals, Pace())
    for chat in {chat for _at, chat in done}:
        moments = [at for at, to in done if to == chat]
        assert all(later - first > 1 for first, later in pairwise(moments))


@given(ARRIVALS, st.dictionaries(st.integers(1, 50), st.floats(0.1, 60), max_size=3))
def test_nothing_goes_while_the_channel_wants_nothing(
    arrivals: list[tuple[float, int]], stops: dict[int, float]
) -> None:
    done = sent(arrivals, Pace(), stops)
    assert len(done) == len(arrivals)
    for number, seconds in stops.items():
        assert all(at >= done[number - 1][0] + seconds for at, _chat in done[number:])


@given(st.lists(st.integers(1, 10**6), unique=True, min_size=1, max_size=100))
def test_different_chats_are_served_as_fast_as_the_bot_may(chats: list[int]) -> None:
    done = sent([(0.0, chat) for chat in chats], Pace())
    assert done[-1][0] <= len(chats) / 28


def test_a_reply_goes_a_little_before_its_turn_and_the_next_push_waits_longer() -> None:
    pace = Pace()
    pace.take(1, 0.0)
    assert pace.free_at(2, is_reply=True) == BOT_GAP - AHEAD[True]
    assert pace.free_at(2, is_reply=False) == BOT_GAP - AHEAD[False]
    pace.take(2, BOT_GAP - AHEAD[True])
    assert pace.free_at(3, is_reply=False) == 2 * BOT_GAP - AHEAD[False]


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
    assert pace.free_at(0) == 1e9
    assert pace.free_at(29_999) == 29_999 + CHAT_GAP
    assert pace.free_at(1, is_reply=False) == 29_999 - AHEAD[False]
    assert len(pace._chat_free_at) < 10_001  # noqa: SLF001 - that it forgets is the point


def test_back_off_doubles_up_to_ten_minutes() -> None:
    assert [back_off(tries) for tries in range(5)] == [2, 4, 8, 16, 32]
    assert back_off(9) == back_off(10**6) == 600
    assert 0.9 * DAY < sum(back_off(tries) for tries in range(MOST_TRIES - 1)) < 1.1 * DAY
