"""The date that an expression of time says: "over 2 weken", "eind januari", "na de ramadan"."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.nlu.numbers import NAMED, value_of

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

MONTHS = {
    name: month
    for month, names in enumerate(
        (
            "januari jan januarie january", "februari feb febr february februarie", "maart mrt mart march",
            "april apr", "mei may", "juni jun june", "juli jul july", "augustus aug august",
            "september sep sept septembre", "oktober okt october", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
DAYS = {"maandag": 0, "dinsdag": 1, "woensdag": 2, "donderdag": 3, "vrijdag": 4, "zaterdag": 5, "zondag": 6}
_ORDINALS = (
    "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde dertiende veertiende "
    "vijftiende zestiende zeventiende achttiende negentiende twintigste"
).split()
_NUMBERED = {word: nr for nr, word in enumerate(_ORDINALS, start=1)} | {
    word: int(nr)
    for word, nr in NAMED.items()
    if 2 <= nr <= 31 and nr == int(nr) and " " not in word and word != "paar"  # noqa: PLR2004 - a month has 31 days
}
_NUMBERED |= {word + "ste": nr for word, nr in _NUMBERED.items() if nr > 20}  # noqa: PLR2004 - those before have their own
DAY_NUMBER = r"(?:\d{1,2}|" + "|".join(sorted(_NUMBERED, key=len, reverse=True)) + ")"
"""The pattern of the day of a month, in digits or in words."""
_MIDDLE = ("half", "mid", "med")
FARTHEST = 800
_WEEK_UNITS = {"dag": 1, "dagen": 1, "week": 7, "weken": 7, "weekje": 7, "weekjes": 7, "days": 1, "weeks": 7}
_HIJRA = date(622, 7, 19).toordinal()
"""The first day of the Islamic calendar, in the Gregorian one."""


def soon(match: re.Match[str], today: date) -> date:
    """Give today."""
    del match
    return today


def from_now(match: re.Match[str], today: date) -> date | None:
    """Give so many days, weeks, months or years from today; a unit alone is one."""
    count = value_of(match["count"] or "een")
    unit = match["unit"]
    if count * 30 > FARTHEST and unit.startswith("m"):
        return None
    if unit in _WEEK_UNITS:
        days = count * _WEEK_UNITS[unit]
        return today + timedelta(days=round(days)) if days <= FARTHEST else None
    months = count if unit.startswith("m") else count * 12
    if months > FARTHEST // 30:
        return None
    return _add_months(today, int(months)) + timedelta(days=round((months - int(months)) * 30))


def _add_months(day: date, months: int) -> date:
    """Give the same day so many months later, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def coming(match: re.Match[str], today: date) -> date:
    """Give the first day of next week, month or year, or the named day of next week."""
    unit, part = match["unit"], match["part"] or ""
    monday = today + timedelta(days=7 - today.weekday())
    if unit == "week":
        named = match["day"]
        return monday + timedelta(days=DAYS[named] if named else 4 if part.startswith("ei") else 0)
    first = _add_months(today.replace(day=1), 1) if unit.startswith("m") else date(today.year + 1, 1, 1)
    if part.startswith(_MIDDLE):
        return first.replace(day=15) if unit.startswith("m") else first.replace(month=7)
    if part.startswith("ei"):
        return _last_of_month(first) if unit.startswith("m") else first.replace(month=12, day=31)
    return first


def written(match: re.Match[str], today: date) -> date | None:
    """Give a day and a month in words, with or without the year; without: the next time that it comes."""
    nr = match["nr"]
    return _upcoming(_NUMBERED.get(nr) or int(nr), MONTHS[match["month"]], match["year"], today)


def in_digits(match: re.Match[str], today: date) -> date | None:
    """Give a day and a month in digits: 1-12, 1/12/2026."""
    return _upcoming(int(match["nr"]), int(match["mm"]), match["year"], today)


def iso(match: re.Match[str], today: date) -> date | None:
    """Give 2027-01-31."""
    return _upcoming(int(match["nr"]), int(match["mm"]), match["year"], today)


def _upcoming(day: int, month: int, year: str | None, today: date) -> date | None:
    """Give the date, None where there is no such day or where it is past."""
    full = None if year is None else int(year) + (2000 if len(year) == 2 else 0)  # noqa: PLR2004 - "27" is 2027
    for tried in (full,) if full else range(today.year, today.year + 9):
        try:
            found = date(tried, month, day)
        except ValueError:
            continue
        if found >= today:
            return found
    return None


def of_month(match: re.Match[str], today: date) -> date | None:
    """Give a month: its first day, the 15th, or its last day; this month: today."""
    month = MONTHS[match["month"]]
    part = match["part"] or ""
    year = int(match["year"]) if match["year"] else today.year + (month < today.month)
    if not today.year <= year <= today.year + 9:
        return None
    last = calendar.monthrange(year, month)[1]
    day = last if part.startswith("ei") else 15 if part.startswith(_MIDDLE) else 1
    found = date(year, month, day)
    if found < today and (year, month) == (today.year, today.month):
        return today
    return found if found >= today else None


def named_day(match: re.Match[str], today: date) -> date:
    """Give the next such day after today."""
    ahead = (DAYS[match["day"]] - today.weekday()) % 7 or 7
    return today + timedelta(days=ahead)


def fixed(month: int, day: int) -> Callable[[re.Match[str], date], date | None]:
    """Give the next such day of the year."""
    return lambda match, today: _upcoming(day, month, None, today) if match else None


def in_days(days: int) -> Callable[[re.Match[str], date], date]:
    """Give so many days from today."""
    return lambda match, today: today + timedelta(days=days if match else 0)


def _last_of_month(day: date) -> date:
    """Give the last day of the month of a day."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def month_end(match: re.Match[str], today: date) -> date:
    """Give the last day of this month."""
    del match
    return _last_of_month(today)


def year_end(match: re.Match[str], today: date) -> date:
    """Give the last day of this year."""
    del match
    return date(today.year, 12, 31)


def in_next_week(match: re.Match[str], today: date) -> date:
    """Give the named day of next week: "maandag volgende week"."""
    return today + timedelta(days=7 - today.weekday() + DAYS[match["day"]])


def week_later(match: re.Match[str], today: date) -> date:
    """Give the named day of a week after the next one that comes: "maandag over een week"."""
    return named_day(match, today) + timedelta(days=7)


def weekend(match: re.Match[str], today: date) -> date:
    """Give the Saturday of this weekend, or the Monday after it."""
    monday = today + timedelta(days=7 - today.weekday())
    return monday if match["after"] else max(today, monday - timedelta(days=2))


def after_holiday(match: re.Match[str], today: date) -> date:
    """Give the end of the school holiday that comes: that of Christmas, or that of the summer."""
    del match
    winter, summer = date(today.year + (today.month > 1), 1, 11), date(today.year + (today.month > 8), 9, 1)  # noqa: PLR2004 - until August
    return min(winter, summer)


def after_ramadan(match: re.Match[str], today: date) -> date | None:
    """Give the first day after the next Ramadan, by the tabular Islamic calendar: the moon may make it a day more."""
    del match
    year = (30 * (today.toordinal() - _HIJRA) + 10646) // 10631
    return next((day for later in range(3) if (day := _first_of_shawwal(year + later)) >= today), None)


def _first_of_shawwal(year: int) -> date:
    """Give the day after Ramadan of an Islamic year (tabular: leap years by the usual cycle of 30)."""
    return date.fromordinal(_HIJRA + 266 + (year - 1) * 354 + (11 * year + 3) // 30)
