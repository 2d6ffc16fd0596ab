"""When vacancies come by themselves: never at night, never twice, across the clock change too."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogs.jobs.pace import MONDAY, SLOT, next_slot
from bot.domain.opening import AMSTERDAM
from bot.domain.quiet import EVENING, MORNING, is_awake, next_awake

moments = st.datetimes(datetime(2026, 1, 1), datetime(2028, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001 - given a zone
paces = st.sampled_from(("now", "daily", "weekly"))


@given(moments, paces)
def test_nothing_comes_at_night_or_before_its_time(at: datetime, pace: str) -> None:
    slot = next_slot(at, pace)
    assert slot >= at
    assert is_awake(slot)
    assert slot - at <= timedelta(days=8)


@given(moments)
def test_once_a_day_is_at_ten_and_once_a_week_on_monday_at_ten(at: datetime) -> None:
    daily, weekly = (next_slot(at, pace).astimezone(AMSTERDAM) for pace in ("daily", "weekly"))
    assert daily.time() == weekly.time() == SLOT
    assert weekly.weekday() == MONDAY
    assert next_slot(daily, "daily").astimezone(AMSTERDAM).date() == daily.date() + timedelta(days=1)
    assert next_slot(weekly, "weekly").astimezone(AMSTERDAM).date() == weekly.date() + timedelta(days=7)


@given(moments)
def test_by_day_it_is_now_and_by_night_the_first_morning(at: datetime) -> None:
    morning = next_awake(at).astimezone(AMSTERDAM)
    if is_awake(at):
        assert morning == at
        return
    assert morning.time() == MORNING
    assert morning - at <= timedelta(hours=12)


@pytest.mark.parametrize(
    ("utc", "awake"),
    [
        ("2026-03-28T20:00", False),  # the last evening of winter: 21:00
        ("2026-03-28T19:59", True),
        ("2026-03-29T06:00", True),  # the first morning of summer: 8:00
        ("2026-03-29T05:59", False),
        ("2026-10-24T18:59", True),  # the last evening of summer: 20:59
        ("2026-10-24T19:00", False),
        ("2026-10-25T06:59", False),  # the first morning of winter: 7:59
        ("2026-10-25T07:00", True),
    ],
)
def test_the_night_goes_by_the_clock_on_the_wall(utc: str, awake: bool) -> None:  # noqa: FBT001 - a column
    at = datetime.fromisoformat(utc).replace(tzinfo=UTC)
    assert is_awake(at) is awake
    assert (MORNING <= at.astimezone(AMSTERDAM).time() < EVENING) is awake
