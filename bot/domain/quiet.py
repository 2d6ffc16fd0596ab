"""The night: nothing goes out that nobody asked for between 21:00 and 8:00 in the Netherlands."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from bot.domain.opening import AMSTERDAM

MORNING = time(8)
EVENING = time(21)


def is_awake(at: datetime) -> bool:
    """Tell whether something may go out that nobody asked for, at this (aware) moment."""
    return MORNING <= at.astimezone(AMSTERDAM).time() < EVENING


def next_awake(at: datetime) -> datetime:
    """Give the first moment from `at` (aware) on at which it may: `at` itself by day, else 8:00."""
    here = at.astimezone(AMSTERDAM)
    if is_awake(at):
        return here
    day = here.date() if here.time() < MORNING else here.date() + timedelta(days=1)
    return datetime.combine(day, MORNING, AMSTERDAM)
