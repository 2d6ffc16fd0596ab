"""The rule of `bot/domain/matching.py` over columns of many people, or of many vacancies: the same ids, points, order.

NumPy is imported here alone, and only when somebody looks for a match: a start does not wait for it.
"""

from __future__ import annotations

from functools import cache
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

from bot.domain.facts import BY, PARTS, WEEKEND_DAYS, WHOLE_WEEK, reach_of
from bot.domain.matching import (
    DAYS_POINTS,
    DUTCH_BELOW,
    DUTCH_POINTS,
    HOURS_PARTLY,
    HOURS_POINTS,
    LATER_DAYS,
    NEAR_POINTS,
    START_POINTS,
    UNITS_A_POINT,
    WORK_POINTS,
    Closeness,
    folded,
    mixed,
    workable,
)
from bot.domain.travel import reach_by
from storage.records import PEOPLE, VACANCIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.domain.facts import Offer, Seeker
    from bot.domain.gemeente import TravelDefault
    from storage.records import Layout

Column: TypeAlias = "np.ndarray[Any, np.dtype[Any]]"
Ranked: TypeAlias = "tuple[list[str], list[int]]"
"""Ids, best first, and their points."""

_RELATED = 1 << Closeness.SUB_MAJOR_GROUP


def people_for(  # noqa: PLR0913 - what the rule takes
    parts: Iterable[bytes], vacancy_id: str, offer: Offer, today: int, default: TravelDefault, *, direct_only: bool
) -> Ranked:
    """Rank the people whom a vacancy fits. `parts`: records packed by `PEOPLE`."""
    differing, rows = _related(parts, PEOPLE, (offer.code,))
    seekers = _columns(rows, PEOPLE)
    seekers.days = _workable(seekers.week, offer.parts)
    fits, points = _rule(seekers, SimpleNamespace(**offer._asdict()), differing, _reach(seekers, default), today)
    if direct_only:
        fits &= seekers.direct > 0
    return _ranked(rows, fits, points, vacancy_id)


def vacancies_for(  # noqa: PLR0913 - as above
    parts: Iterable[bytes], person_id: str, seeker: Seeker, today: int, default: TravelDefault, *, cannot: int
) -> Ranked:
    """Rank the vacancies that fit a person, without those that ask what they cannot do (see `facts.cannot_of`)."""
    differing, rows = _related(parts, VACANCIES, seeker.wishes)
    offers = _columns(rows, VACANCIES)
    one = SimpleNamespace(**seeker._asdict())
    one.days = np.array([workable(seeker.week, each) for each in range(1 << len(PARTS))], np.int32)[offers.parts]
    fits, points = _rule(one, offers, differing, reach_of(seeker, default), today)
    if cannot:
        fits &= offers.asks & cannot == 0
    return _ranked(rows, fits, points, person_id)


@cache
def _row_of(layout: Layout) -> np.dtype[Any]:
    """Give the rows of a layout as NumPy reads them; an id is two numbers of 64 bits."""
    widths = ((layout.long, "<u4"), (layout.signed, "<i2"), (layout.short, "<u2"), (layout.byte, "u1"))
    numbers = [(name, width) for names, width in widths for name in names]
    return np.dtype([("high", ">u8"), ("low", ">u8"), *numbers])


def _related(parts: Iterable[bytes], layout: Layout, wanted: Sequence[int]) -> tuple[Column, Column]:
    """Give how far the occupations differ, and the rows, of all that are related at all: of most, nothing more is read.

    The occupation that differs least decides, of several in the records and of several that are wanted.
    """
    row, first = _row_of(layout), np.array(wanted, "<u4").reshape(-1, 1, 1)
    related, rows = [np.empty(0, "<u4")], [np.empty(0, row)]
    for held in filter(len, parts if wanted else ()):
        count = layout.count(held)
        codes = np.frombuffer(held, "<u4", count * layout.codes).reshape(layout.codes, count)
        differing = np.minimum.reduce((codes ^ first).reshape(-1, count))
        at = (differing < _RELATED).nonzero()[0]
        related.append(differing.take(at))
        rows.append(np.frombuffer(held, row, count, codes.nbytes).take(at))
    return np.concatenate(related), np.concatenate(rows)


def _columns(rows: Column, layout: Layout) -> SimpleNamespace:
    """Give the numbers of rows by their names, wide enough to reckon with."""
    return SimpleNamespace(**{name: rows[name].astype(np.int32) for name in layout.names})


def _rule(
    seeker: SimpleNamespace, offer: SimpleNamespace, differing: Column, reach: Any, today: int
) -> tuple[Column, Column]:
    """Say which pairs fit, and give the points of all: line for line `matching.score_of`."""
    east, north = np.subtract(seeker.x, offer.x, dtype=np.float64), np.subtract(seeker.y, offer.y, dtype=np.float64)
    far = np.floor(np.sqrt(east * east + north * north)).astype(np.int32)
    start = np.maximum(offer.start, today)
    fits = (
        (far <= reach)
        & (seeker.hours_min <= offer.hours_max)
        & (offer.hours_min <= seeker.hours_max)
        & (np.bitwise_count(seeker.days & offer.days) >= offer.need)
        & np.logical_or(np.equal(offer.weekend, 0), seeker.days & WEEKEND_DAYS)
        & np.equal(offer.licence & ~seeker.licence, 0)
        & (offer.dutch <= seeker.dutch + DUTCH_BELOW)
        & (seeker.start <= start + LATER_DAYS)
        & np.less_equal(today, offer.until)
    )
    bounds = [1 << each for each in Closeness][:-1]
    work = np.array([WORK_POINTS[each] for each in Closeness])[np.searchsorted(bounds, differing, side="right")]
    within = np.logical_and(seeker.hours_min <= offer.hours_min, offer.hours_max <= seeker.hours_max)
    points = (
        work
        + NEAR_POINTS
        - np.minimum(NEAR_POINTS, far // UNITS_A_POINT)
        + np.where(within, HOURS_POINTS, HOURS_PARTLY)
        + DAYS_POINTS * np.equal(offer.days & ~seeker.days, 0)
        + DUTCH_POINTS * np.less_equal(offer.dutch, seeker.dutch)
        + START_POINTS * np.less_equal(seeker.start, start)
    )
    return fits, points


def _workable(week: Column, parts: int) -> Column:
    """Give `matching.workable` of many weeks."""
    each = [week >> 7 * part & WHOLE_WEEK for part in range(len(PARTS)) if not parts or parts >> part & 1]
    combined: Column = (np.bitwise_and if parts else np.bitwise_or).reduce(each)
    return combined


@cache
def _reaches() -> Column:
    """Give `travel.reach_by` of every way of travelling (the first is not said) and every number of minutes."""
    return np.array([[reach_by(by or BY[1], minutes) for minutes in range(256)] for by in BY], np.int32)


def _reach(seekers: SimpleNamespace, default: TravelDefault) -> Column:
    """Give `facts.reach_of` of many."""
    by = np.where(seekers.by, seekers.by, BY.index(default.by))
    minutes = np.where(seekers.minutes, seekers.minutes, min(255, default.minutes))
    return np.where(seekers.far, seekers.far, _reaches()[by, minutes])


def _ranked(rows: Column, fits: Column, points: Column, other: str) -> Ranked:
    """Put what fits in order: most points first, equals by `matching.turn_of`."""
    at = np.flatnonzero(fits)
    high, low, points = rows["high"][at], rows["low"][at], points[at]
    turn = _mixed((high ^ low).astype(np.uint64) ^ np.uint64(mixed(folded(other))))
    order = np.lexsort((turn, -points))
    ids = np.column_stack((high[order], low[order])).astype(">u8").tobytes().hex()
    return [ids[start : start + 32] for start in range(0, len(ids), 32)], points[order].tolist()


def _mixed(bits: Column) -> Column:
    """Give `matching.mixed` of many."""
    bits = bits + np.uint64(0x9E3779B97F4A7C15)
    bits = (bits ^ bits >> np.uint64(30)) * np.uint64(0xBF58476D1CE4E5B9)
    bits = (bits ^ bits >> np.uint64(27)) * np.uint64(0x94D049BB133111EB)
    mixed_bits: Column = bits ^ bits >> np.uint64(31)
    return mixed_bits
