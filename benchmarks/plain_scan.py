"""What anybody would write: NumPy over columns that lie ready in memory, each condition over all of them.

Nothing is read, opened or decoded here; the columns are as wide as suits NumPy. It answers with the same ids, points
and order as the product, which the benchmark checks in each round.
"""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import numpy as np

from bot.domain.facts import BY, WEEKEND_DAYS, WHOLE_WEEK, reach_of
from bot.domain.matching import MOST_POINTS, folded, mixed, workable
from bot.domain.travel import reach_by
from storage.records import PEOPLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.domain.facts import Offer, Seeker
    from bot.domain.gemeente import TravelDefault
    from storage.records import Layout


def columns(layout: Layout, parts: Sequence[bytes], default: TravelDefault) -> SimpleNamespace:
    """Lay the numbers of packed records out as columns, and reckon out beforehand what can be."""
    codes: list[Any] = []
    rows: list[tuple[Any, ...]] = []
    for held in parts:
        count = layout.count(held)
        split = count * layout.codes * 4
        codes.append(np.frombuffer(held[:split], "<u4").reshape(layout.codes, count))
        rows += layout.row.iter_unpack(held[split:])
    ids, *numbers = zip(*rows, strict=True)
    made = SimpleNamespace(**{name: np.array(held, np.int32) for name, held in zip(layout.names, numbers, strict=True)})
    made.ids = np.array([each.hex() for each in ids])
    made.folds = np.array([folded(each) for each in made.ids.tolist()], np.uint64)
    made.codes = list(np.concatenate(codes, axis=1))
    if layout is PEOPLE:
        by = np.where(made.by, made.by, BY.index(default.by))
        minutes = np.where(made.minutes, made.minutes, default.minutes)
        reach = [reach_by(BY[each], most) for each, most in zip(by.tolist(), minutes.tolist(), strict=True)]
        made.reach = np.where(made.far, made.far, np.array(reach, np.int32))
    return made


def people_for(held: SimpleNamespace, vacancy_id: str, offer: Offer, today: int) -> tuple[Any, Any]:
    """Rank the people whom a vacancy fits."""
    first, second, third, fourth = (wish ^ np.uint32(offer.code) for wish in held.codes)
    differing = np.minimum(np.minimum(first, second), np.minimum(third, fourth))
    parts = [held.week >> 7 * part & WHOLE_WEEK for part in range(4) if not offer.parts or offer.parts >> part & 1]
    days = (np.bitwise_and if offer.parts else np.bitwise_or).reduce(parts)
    return _rank(held, held, offer, differing, days, held.reach, today, vacancy_id)


def vacancies_for(  # noqa: PLR0913, PLR0917 - what the rule takes
    held: SimpleNamespace, person_id: str, seeker: Seeker, today: int, default: TravelDefault, cannot: int
) -> tuple[Any, Any]:
    """Rank the vacancies that fit a person."""
    differing = np.minimum.reduce([held.codes[0] ^ np.uint32(wish) for wish in seeker.wishes])
    days = np.array([workable(seeker.week, parts) for parts in range(16)])[held.parts]
    return _rank(held, seeker, held, differing, days, reach_of(seeker, default), today, person_id, held.asks & cannot)


def _rank(  # noqa: PLR0913, PLR0917 - as above
    held: Any, seeker: Any, offer: Any, differing: Any, days: Any, reach: Any, today: int, other: str, heavy: Any = 0
) -> tuple[Any, Any]:
    """Try every condition on all, then count the points of those that fit."""
    far = np.sqrt((seeker.x - offer.x).astype(float) ** 2 + (seeker.y - offer.y).astype(float) ** 2).astype(np.int32)
    start = np.maximum(offer.start, today)
    at = np.flatnonzero(
        (differing < 1 << 24)
        & (far <= reach)
        & (seeker.hours_min <= offer.hours_max)
        & (offer.hours_min <= seeker.hours_max)
        & (np.bitwise_count(days & offer.days) >= offer.need)
        & np.logical_or(np.equal(offer.weekend, 0), days & WEEKEND_DAYS)
        & np.equal(offer.licence & ~seeker.licence, 0)
        & (offer.dutch <= seeker.dutch + 1)
        & (seeker.start <= start + 31)
        & np.less_equal(today, offer.until)
        & np.equal(heavy, 0)
    )
    points = (
        np.array([60, 45, 25, 10])[np.searchsorted([1, 1 << 16, 1 << 20], differing[at], side="right")]
        + (20 - np.minimum(20, far[at] // 100))
        + np.where((seeker.hours_min <= offer.hours_min) & (offer.hours_max <= seeker.hours_max), 8, 4)[at]
        + 4 * np.equal(offer.days & ~days, 0)[at]
        + 4 * np.less_equal(offer.dutch, seeker.dutch)[at]
        + 4 * np.less_equal(seeker.start, start)[at]
    )
    bits = (held.folds[at] ^ np.uint64(mixed(folded(other)))) + np.uint64(0x9E3779B97F4A7C15)
    bits = (bits ^ bits >> np.uint64(30)) * np.uint64(0xBF58476D1CE4E5B9)
    bits = (bits ^ bits >> np.uint64(27)) * np.uint64(0x94D049BB133111EB)
    order = np.lexsort((bits ^ bits >> np.uint64(31), MOST_POINTS - points))
    return held.ids[at[order]], points[order]
