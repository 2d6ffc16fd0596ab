"""What of a profile and of a vacancy is matched by, as whole numbers: the same for one pair and for a column of many.

A `Seeker` holds nothing of the five fields of V4: whoever is found for a vacancy, and in which order, cannot depend on
them (V5).
"""

from __future__ import annotations

import math
from datetime import date
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from bot.domain.profile import ABILITIES
from bot.domain.travel import MODES, Point, reach_by, reach_of_road

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bot.domain.gemeente import TravelDefault
    from bot.domain.profile import Hours, Occupation, Profile
    from bot.domain.vacancy import Vacancy

MOST_WISHES = 4
"""How many wishes are matched by, the first ones; the dialog asks for fewer."""

DAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")
PARTS = ("morning", "afternoon", "evening", "night")
WEEKEND = "weekend"
BY = ("", *MODES)
"""Ways of travelling by their number; 0 is not said."""

WHOLE_WEEK, ALL_PARTS, WEEKEND_DAYS = 0b1111111, 0b1111, 0b1100000
_QUARTERS, OPEN_HOURS = 4, 255
DAY_ONE = date(2020, 1, 1).toordinal()
NEVER = 65_535
_HOURS_A_DAY = 9
"""As many hours fit in a day: 36 hours are 4 days."""

_LICENCES = ("AM", "A", "B", "BE", "C1", "C", "CE", "D", "T")
_OTHER_LICENCE, ANY_LICENCE = 1 << len(_LICENCES), (2 << len(_LICENCES)) - 1
_WITHIN = {
    "A": ("AM",), "B": ("AM",), "T": ("AM",), "BE": ("B",), "C1": ("B",), "C": ("C1",), "CE": ("C", "BE"), "D": ("B",),
}  # fmt: skip
"""Which licences come with one (Directive 2006/126/EC, article 6; T with AM: Reglement rijbewijzen)."""
_ALSO_CALLED = {"A1": ("A",), "A2": ("A",), "C1E": ("C1", "BE"), "D1": ("D",), "DE": ("D", "BE"), "D1E": ("D", "BE")}

FLUENT = 3
NOWHERE_TO_BE, NOWHERE_TO_GO = Point(-32_768, -32_768), Point(32_767, 32_767)
"""Stand for a postcode that nobody knows: farther from everywhere than anybody reaches."""

if TYPE_CHECKING:
    Where = Callable[[str], Point | None]
    """Tells where a postcode lies."""


class Seeker(NamedTuple):
    """What of a profile is matched by.

    - wishes: see `code_of`. hours_min, hours_max: quarters of an hour a week, 0 and `OPEN_HOURS` where open
    - week: a bit for each part of each day on which this person can work (part * 7 + day)
    - by, minutes, far: the way of travelling (`BY`), the longest journey in minutes and in units; 0: not said
    - licence: a bit for each; all of them when not said. dutch: 0 to 3; 3 when not said
    - start: from which day, counted from `DAY_ONE`; 0: at once
    """

    wishes: tuple[int, ...]
    hours_min: int
    hours_max: int
    week: int
    by: int
    minutes: int
    far: int
    x: int
    y: int
    licence: int
    dutch: int
    start: int

    def __repr__(self) -> str:
        """Show nothing of a person."""
        return "Seeker()"


class Offer(NamedTuple):
    """What of a vacancy is matched by; 0 is nothing asked.

    - days, parts: the days on which the work is (all when not said), and all parts of these days that it needs
    - need: on how many of these days somebody must be able to work; weekend: 1 when also in the weekend
    - start: `NEVER` when not said. until: the last day to react, `NEVER` when not said. asks: a bit for each ability
    """

    code: int
    hours_min: int
    hours_max: int
    days: int
    parts: int
    need: int
    weekend: int
    x: int
    y: int
    licence: int
    dutch: int
    start: int
    until: int
    asks: int


def seeker_of(profile: Profile, where: Where) -> Seeker:
    """Give what of a profile is matched by."""
    travel, point = profile.travel, where(profile.place.pc4) or NOWHERE_TO_BE
    dutch = [language.level for language in profile.languages if language.code == "nl"]
    return Seeker(
        wishes=tuple(map(code_of, profile.wishes[:MOST_WISHES])),
        hours_min=_hours_min(profile.hours),
        hours_max=_hours_max(profile.hours),
        week=_week_of(profile.days, profile.dayparts),
        by=BY.index((travel and travel.by) or ""),
        minutes=min(255, travel.minutes) if travel and travel.minutes else 0,
        far=max(1, reach_of_road(travel.km)) if travel and travel.km else 0,
        x=point.x,
        y=point.y,
        licence=ANY_LICENCE if profile.licence is None else _licences_held(profile.licence),
        dutch=max(dutch, default=FLUENT),
        start=_day_number(profile.start, 0),
    )


def offer_of(vacancy: Vacancy, where: Where) -> Offer:
    """Give what of a vacancy is matched by."""
    point = where(vacancy.place.pc4) or NOWHERE_TO_GO
    days = _bits(DAYS, vacancy.days)
    return Offer(
        code=code_of(vacancy.occupation),
        hours_min=_hours_min(vacancy.hours),
        hours_max=_hours_max(vacancy.hours),
        days=days or WHOLE_WEEK,
        parts=_bits(PARTS, vacancy.dayparts),
        need=_days_needed(vacancy, days.bit_count()),
        weekend=int(WEEKEND in vacancy.dayparts),
        x=point.x,
        y=point.y,
        licence=_licence_bits(vacancy.licence),
        dutch=vacancy.dutch or 0,
        start=_day_number(vacancy.start, NEVER),
        until=_day_number(vacancy.until, NEVER),
        asks=_bits(ABILITIES, vacancy.asks),
    )


def code_of(occupation: Occupation) -> int:
    """Give an occupation as 32 bits: the four digits of its ISCO unit group, and 16 bits of its own.

    The more leading digits two codes share, the closer the work; see `closeness`.
    """
    return int(occupation.isco, 16) << 16 | (crc32(occupation.uri.encode()) >> 16)


def cannot_of(profile: Profile) -> int:
    """Give a bit for each thing that somebody said they cannot do; only ever used to keep work away from them."""
    return _bits(ABILITIES, (name for name, can in profile.ability if not can))


def number_of_day(day: date) -> int:
    """Count a day from `DAY_ONE`."""
    return min(max(day.toordinal() - DAY_ONE, 0), NEVER - 1)


def travels_by(seeker: Seeker, default: TravelDefault) -> str:
    """Give how somebody travels, or what the gemeente takes for who skipped the question."""
    return BY[seeker.by] or default.by


def reach_of(seeker: Seeker, default: TravelDefault) -> int:
    """Give how far somebody wants to travel, in units."""
    if seeker.far:
        return seeker.far
    return reach_by(travels_by(seeker, default), seeker.minutes or default.minutes)


def _bits(names: tuple[str, ...], held: Iterable[str]) -> int:
    return sum(1 << names.index(name) for name in set(held) if name in names)


def _hours_min(hours: Hours) -> int:
    return min(OPEN_HOURS, math.floor((hours.min or 0) * _QUARTERS))


def _hours_max(hours: Hours) -> int:
    return OPEN_HOURS if hours.max is None else min(OPEN_HOURS, math.ceil(hours.max * _QUARTERS))


def _week_of(days: tuple[str, ...], dayparts: tuple[str, ...]) -> int:
    """Give all parts of all days on which somebody can work; who named none can work on any."""
    week = _each_part(_bits(PARTS, dayparts) or ALL_PARTS, _bits(DAYS, days) or WHOLE_WEEK)
    if WEEKEND not in dayparts:
        return week
    weekend = _each_part(ALL_PARTS, WEEKEND_DAYS)
    return weekend if set(dayparts) == {WEEKEND} and not days else week | weekend


def _each_part(parts: int, days: int) -> int:
    return sum(days << 7 * part for part in range(len(PARTS)) if parts >> part & 1)


def _days_needed(vacancy: Vacancy, named: int) -> int:
    """Give on how many days somebody must be able to work: as many as the hours fill, of the days that are named."""
    if not named:
        return int(bool(vacancy.dayparts))
    return min(named, max(1, math.ceil((vacancy.hours.min or 0) / _HOURS_A_DAY)))


def _licences_held(codes: Iterable[str]) -> int:
    """Give the licences that somebody has, with all that come with them."""
    held = set[str]()
    more = {part for code in codes for part in _ALSO_CALLED.get(code, (code,))}
    while more - held:
        held |= more
        more = {within for code in held for within in _WITHIN.get(code, ())}
    return _licence_bits(held)


def _licence_bits(codes: Iterable[str]) -> int:
    parts = {part for code in codes for part in _ALSO_CALLED.get(code, (code,))}
    return _bits(_LICENCES, parts) | (0 if parts <= set(_LICENCES) else _OTHER_LICENCE)


def _day_number(day: str | None, otherwise: int) -> int:
    return number_of_day(date.fromisoformat(day)) if day else otherwise
