"""Whether a vacancy fits somebody, and how well: one rule, in docs/decisions/012-matching.md.

`match` is for one person and one vacancy. `storage/scan.py` says exactly the same of a hundred thousand at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from bot.domain.facts import (
    PARTS,
    WEEKEND_DAYS,
    WHOLE_WEEK,
    cannot_of,
    number_of_day,
    offer_of,
    reach_of,
    seeker_of,
    travels_by,
)
from bot.domain.travel import Point, distance, minutes_by
from bot.domain.vacancy import Standing

if TYPE_CHECKING:
    from datetime import date

    from bot.domain.facts import Offer, Seeker, Where
    from bot.domain.gemeente import TravelDefault
    from bot.domain.profile import Hours, Occupation, Profile
    from bot.domain.vacancy import Vacancy


class Closeness(IntEnum):
    """How close two occupations are; the value is how many bits of their codes may differ (`facts.code_of`)."""

    SAME = 0
    UNIT_GROUP = 16
    MINOR_GROUP = 20
    SUB_MAJOR_GROUP = 24


WORK_POINTS = {
    Closeness.SAME: 60,
    Closeness.UNIT_GROUP: 45,
    Closeness.MINOR_GROUP: 25,
    Closeness.SUB_MAJOR_GROUP: 10,
}
NEAR_POINTS, UNITS_A_POINT = 20, 100
"""Next door gives all points; each kilometre in a straight line costs one."""
HOURS_POINTS, HOURS_PARTLY = 8, 4
DAYS_POINTS, DUTCH_POINTS, START_POINTS = 4, 4, 4
MOST_POINTS = 100

DUTCH_BELOW = 1
"""People and employers judge a language roughly: one level below what is asked still fits, and comes later."""
LATER_DAYS = 31
"""Who can start this many days after the work does still fits: a month is a usual notice."""

_BITS64 = (1 << 64) - 1


@dataclass(frozen=True, slots=True, repr=False)
class Fit:
    """That a vacancy fits, how well (0 to 100), and why: the wish it comes closest to, and the journey in minutes."""

    score: int
    wish: Occupation
    closeness: Closeness
    by: str
    minutes: int
    hours: Hours


def match(profile: Profile, vacancy: Vacancy, today: date, default: TravelDefault, where: Where) -> Fit | None:
    """Say how well a vacancy fits somebody; None when it does not. What their body can do plays no part here."""
    if vacancy.standing is not Standing.OPEN:
        return None
    seeker, offer = seeker_of(profile, where), offer_of(vacancy, where)
    score = score_of(seeker, offer, number_of_day(today), default)
    if score is None:
        return None
    differing, at = min((wish ^ offer.code, at) for at, wish in enumerate(seeker.wishes))
    by = travels_by(seeker, default)
    minutes = minutes_by(by, _distance(seeker, offer))
    return Fit(score, profile.wishes[at], _closeness(differing), by, minutes, vacancy.hours)


def too_heavy(profile: Profile, vacancy: Vacancy) -> bool:
    """Tell whether a vacancy asks what somebody said they cannot do.

    For that person's own list alone, until they ask to see these too (V5): nobody else ever learns it.
    """
    return bool(cannot_of(profile) & offer_of(vacancy, lambda _pc4: None).asks)


def score_of(seeker: Seeker, offer: Offer, today: int, default: TravelDefault) -> int | None:
    """Give the points of a pair, None when one of the conditions is not met."""
    differing = min((wish ^ offer.code for wish in seeker.wishes), default=WHOLE_CODE)
    far = _distance(seeker, offer)
    days = workable(seeker.week, offer.parts)
    start = max(offer.start, today)
    if not (
        differing < 1 << Closeness.SUB_MAJOR_GROUP
        and far <= reach_of(seeker, default)
        and seeker.hours_min <= offer.hours_max
        and offer.hours_min <= seeker.hours_max
        and (days & offer.days).bit_count() >= offer.need
        and (not offer.weekend or days & WEEKEND_DAYS)
        and offer.licence & ~seeker.licence == 0
        and offer.dutch <= seeker.dutch + DUTCH_BELOW
        and seeker.start <= start + LATER_DAYS
        and today <= offer.until
    ):
        return None
    is_within = seeker.hours_min <= offer.hours_min and offer.hours_max <= seeker.hours_max
    return (
        WORK_POINTS[_closeness(differing)]
        + NEAR_POINTS
        - min(NEAR_POINTS, far // UNITS_A_POINT)
        + (HOURS_POINTS if is_within else HOURS_PARTLY)
        + DAYS_POINTS * (offer.days & ~days == 0)
        + DUTCH_POINTS * (offer.dutch <= seeker.dutch)
        + START_POINTS * (seeker.start <= start)
    )


WHOLE_CODE = 1 << 32
"""More than any two codes differ."""


def workable(week: int, parts: int) -> int:
    """Give the days on which somebody can work all parts that are needed; where none is named, any part."""
    each = [week >> 7 * part & WHOLE_WEEK for part in range(len(PARTS))]
    days = WHOLE_WEEK if parts else 0
    for part, possible in enumerate(each):
        if not parts:
            days |= possible
        elif parts >> part & 1:
            days &= possible
    return days


def turn_of(one: str, other: str) -> int:
    """Give the place of an equal among equals: by chance, the same each time, another for each pair of ids.

    So nobody is first because they came first, and nobody is last for every vacancy.
    """
    return mixed(folded(one) ^ mixed(folded(other)))


def folded(name: str) -> int:
    """Give 64 bits of an id of 32 hexadecimal digits."""
    return int(name[:16], 16) ^ int(name[16:], 16)


def mixed(bits: int) -> int:
    """Mix 64 bits (the finalizer of SplitMix64; Steele, Lea and Flood 2014)."""
    bits = (bits + 0x9E3779B97F4A7C15) & _BITS64
    bits = (bits ^ bits >> 30) * 0xBF58476D1CE4E5B9 & _BITS64
    bits = (bits ^ bits >> 27) * 0x94D049BB133111EB & _BITS64
    return bits ^ bits >> 31


def _distance(seeker: Seeker, offer: Offer) -> int:
    return distance(Point(seeker.x, seeker.y), Point(offer.x, offer.y))


def _closeness(differing: int) -> Closeness:
    return next(each for each in Closeness if differing < 1 << each)
