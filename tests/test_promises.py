"""What is promised to who waits: in opening time, rounded up, and never a time at which nobody is there."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.config import EXAMPLE, read_gemeente
from bot.domain.handoff import WAIT_MINUTES, Queue, promised_minutes
from bot.domain.opening import AMSTERDAM, after_open, is_open, open_minutes
from bot.nlu.topics import without_bsn

OPENING = read_gemeente(EXAMPLE).opening
START = datetime(2026, 12, 1, tzinfo=AMSTERDAM)


@pytest.mark.parametrize(
    ("at", "minutes", "then"),
    [
        ("2026-11-27 10:00", 15, "2026-11-27 10:15"),
        ("2026-11-27 16:50", 10, "2026-11-27 17:00"),
        ("2026-11-27 16:50", 15, "2026-11-30 09:05"),
        ("2026-11-28 11:00", 15, "2026-11-30 09:15"),
        ("2026-12-24 16:55", 10, "2026-12-28 09:05"),
        ("2026-11-27 08:00", 20, "2026-11-27 09:20"),
    ],
)
def test_time_counts_while_somebody_is_there(at: str, minutes: int, then: str) -> None:
    begin = datetime.fromisoformat(at).replace(tzinfo=AMSTERDAM)
    end = datetime.fromisoformat(then).replace(tzinfo=AMSTERDAM)
    assert after_open(OPENING, begin, timedelta(minutes=minutes)) == end
    assert open_minutes(OPENING, begin, end) == minutes


@given(st.integers(0, 60 * 24 * 200), st.integers(1, 2000))
def test_a_promise_is_counted_back_to_what_it_was(begin: int, minutes: int) -> None:
    at = START + timedelta(minutes=begin)
    until = after_open(OPENING, at, timedelta(minutes=minutes))
    assert until > at
    assert open_minutes(OPENING, at, until) == minutes
    assert is_open(OPENING, until - timedelta(minutes=1))


@given(st.integers(0, 30), st.lists(st.integers(0, 500), max_size=10))
def test_more_who_wait_never_make_the_promise_shorter(waiting: int, waits: list[int]) -> None:
    held = tuple(waits)
    assert WAIT_MINUTES <= promised_minutes(Queue(waiting, held)) <= promised_minutes(Queue(waiting + 1, held))


def test_a_citizen_service_number_becomes_dots_and_other_numbers_stay() -> None:
    assert without_bsn("bsn 111222333, bel 0612345678 om 9.30") == "bsn •••••••••, bel 0612345678 om 9.30"
    assert without_bsn("123456789") == "123456789"
