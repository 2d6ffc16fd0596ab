"""When there is a human to reach."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import count, groupby, islice
from zoneinfo import ZoneInfo

from bot.text import Text, _

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
WEEK = 7

_DAYS = (
    _("maandag"),
    _("dinsdag"),
    _("woensdag"),
    _("donderdag"),
    _("vrijdag"),
    _("zaterdag"),
    _("zondag"),
)


@dataclass(frozen=True, slots=True)
class Span:
    """From `opens` until just before `closes`, on one day, in Dutch time."""

    opens: time
    closes: time


@dataclass(frozen=True, slots=True)
class Opening:
    """Seven days from Monday (None: closed), and the days that are closed for once. At least one weekday is open."""

    week: tuple[Span | None, ...]
    holidays: frozenset[date] = frozenset()

    def __post_init__(self) -> None:
        """Refuse a week that has no end to wait for."""
        if len(self.week) != WEEK or not any(self.week):
            raise ValueError("a week has seven days, of which at least one is open")

    def on(self, day: date) -> Span | None:
        """Give the hours of one day, None when closed."""
        return None if day in self.holidays else self.week[day.weekday()]


def is_open(opening: Opening, at: datetime) -> bool:
    """Tell whether somebody is there at this (aware) moment."""
    here = at.astimezone(AMSTERDAM)
    span = opening.on(here.date())
    return span is not None and span.opens <= here.time() < span.closes


def next_open(opening: Opening, at: datetime) -> datetime:
    """Give the first moment from `at` (aware) on at which somebody is there, in Dutch time: `at` itself when open."""
    here = at.astimezone(AMSTERDAM)
    if is_open(opening, at):
        return here
    days = (here.date() + timedelta(days=ahead) for ahead in count())
    moments = (datetime.combine(day, span.opens, AMSTERDAM) for day in days if (span := opening.on(day)))
    return next(moment for moment in moments if moment > here)


def after_open(opening: Opening, at: datetime, span: timedelta) -> datetime:
    """Give the moment at which somebody has been there for so long since `at` (aware)."""
    here = next_open(opening, at)
    while True:
        hours = opening.on(here.date())
        if hours is None:
            raise ValueError("nobody is there on a day on which somebody is")
        closes = datetime.combine(here.date(), hours.closes, AMSTERDAM)
        left = closes.astimezone(UTC) - here.astimezone(UTC)  # not by the clock on the wall: it jumps twice a year
        if span <= left:
            return (here.astimezone(UTC) + span).astimezone(AMSTERDAM)
        span -= left
        here = next_open(opening, closes)


def open_minutes(opening: Opening, since: datetime, until: datetime) -> int:
    """Count the whole minutes between two (aware) moments in which somebody was there."""
    counted, here = timedelta(), next_open(opening, since)
    while here < until:
        hours = opening.on(here.date())
        if hours is None:
            raise ValueError("nobody is there on a day on which somebody is")
        closes = datetime.combine(here.date(), hours.closes, AMSTERDAM)
        counted += min(closes, until).astimezone(UTC) - here.astimezone(UTC)
        here = next_open(opening, closes)
    return int(counted.total_seconds() // 60)


def after_open_days(opening: Opening, at: datetime, days: int) -> datetime:
    """Give the moment, in Dutch time, on which the last of so many open days closes; the day of `at` does not count."""
    if days < 1:
        raise ValueError("at least one open day")
    first = at.astimezone(AMSTERDAM).date()
    ahead = (first + timedelta(days=number) for number in count(1))
    closing = (datetime.combine(day, span.closes, AMSTERDAM) for day in ahead if (span := opening.on(day)))
    return next(islice(closing, days - 1, None))


def opening_text(opening: Opening) -> Text:
    """Say the opening hours: "maandag tot en met vrijdag van 9 tot 17 uur"."""
    runs = [
        (span, [day for day, _span in days])
        for span, days in groupby(enumerate(opening.week), key=lambda day: day[1])
        if span
    ]
    said = tuple(_run(days[0], days[-1], span) for span, days in runs)
    # the list has no words of its own: nothing to translate but its parts
    return said[0] if len(said) == 1 else Text("{verbatim}", (("verbatim", said),))


def _run(first: int, last: int, span: Span) -> Text:
    opens, closes = _hour(span.opens), _hour(span.closes)
    if first == last:
        return _("{day} van {opens} tot {closes} uur", day=_DAYS[first], opens=opens, closes=closes)
    if last == first + 1:
        both = _DAYS[first : last + 1]
        return _("{days} van {opens} tot {closes} uur", days=both, opens=opens, closes=closes)
    return _(
        "{first} tot en met {last} van {opens} tot {closes} uur",
        first=_DAYS[first],
        last=_DAYS[last],
        opens=opens,
        closes=closes,
    )


def _hour(moment: time) -> str:
    """Write a time as Dutch does: 9, 9.30."""
    return f"{moment.hour}.{moment.minute:02}" if moment.minute else str(moment.hour)
