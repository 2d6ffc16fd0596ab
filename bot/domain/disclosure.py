"""What an employer sees of somebody before there is a conversation: little, and by construction no more than this.

There is no field for a name, a place, a start or another language, and none is copied from them. Of the five fields of
V4 only those lines stand in it that `Shows` gives: the person said yes to each, and the policy allows it. How finely
travel time and work are told depends on how many people are alike: fewer than `FEWEST`, and it is told coarser.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Generic, TypeVar

from bot.domain.occupation_groups import group_of

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping

    from bot.domain.fields import Line, Shows
    from bot.domain.profile import Hours
    from bot.domain.vacancy import Vacancy

FEWEST = 3
"""A combination of travel time and work is told of at least so many people."""

Key = TypeVar("Key", bound="Hashable")


@dataclass(frozen=True, slots=True)
class Band:
    """Minutes of travel, from `least` until just before `most`; None: no end."""

    least: int
    most: int | None


NARROW = (Band(0, 10), Band(10, 20), Band(20, 30), Band(30, 45), Band(45, 60), Band(60, 90), Band(90, None))
WIDE = (Band(0, 30), Band(30, 60), Band(60, None))


class Grain(IntEnum):
    """How finely travel time and work are told."""

    FINE = 0
    """A narrow band, and what the work is called."""
    COARSE = 1
    """A wide band, and the groups of the work."""
    NOTHING = 2
    """Neither."""


@dataclass(frozen=True, slots=True, repr=False)
class Alike(Generic[Key]):
    """Somebody in a list, by what makes them rare: minutes of travel (None: not known), and the ISCO codes wished."""

    key: Key
    minutes: int | None
    isco: tuple[str, ...]


Combination = tuple[Band | None, frozenset[str]]


def band_of(minutes: int | None, bands: tuple[Band, ...]) -> Band | None:
    """Give the band that minutes lie in; None where they are not known."""
    if minutes is None:
        return None
    return next(band for band in bands if band.most is None or minutes < band.most)


def combination(somebody: Alike[Key], grain: Grain) -> Combination | None:
    """Give place band and occupation groups as they are counted at a grain; None where nothing is told."""
    if grain is Grain.NOTHING:
        return None
    band = band_of(somebody.minutes, NARROW if grain is Grain.FINE else WIDE)
    return band, frozenset(map(group_of, somebody.isco))


def grains(people: Iterable[Alike[Key]]) -> Mapping[Key, Grain]:
    """Say of each how finely they are told: as finely as at least `FEWEST` of those told so are alike.

    Who is rare at one grain is counted again at the next among those who are left, so that what is told is told of at
    least `FEWEST`, also for somebody who subtracts the others. The order of the people does not matter.
    """
    told: dict[Key, Grain] = {}
    left = list(people)
    for grain in (Grain.FINE, Grain.COARSE):
        together: dict[Combination | None, list[Alike[Key]]] = defaultdict(list)
        for somebody in left:
            together[combination(somebody, grain)].append(somebody)
        told |= {held.key: grain for group in together.values() if len(group) >= FEWEST for held in group}
        left = [somebody for somebody in left if somebody.key not in told]
    return told | {somebody.key: Grain.NOTHING for somebody in left}


@dataclass(frozen=True, slots=True, repr=False)
class SeenByEmployer:
    """What an employer sees. None and empty everywhere: not known, not shown, or not asked by the vacancy.

    - labels: names of the work somebody wishes; groups: instead of those, its ISCO groups (2 digits)
    - experience_years: those of the first of these; where several are not named, nothing tells of which they are
    - travel: a band of minutes; dutch: the level of Dutch, 0 to 3
    - licence: those of the licences the vacancy asks for that the person has
    - fields: the lines of the five fields of V4 that the person chose to show
    """

    labels: tuple[str, ...]
    groups: tuple[str, ...]
    experience_years: float | None
    hours: Hours
    days: tuple[str, ...]
    dayparts: tuple[str, ...]
    travel: Band | None
    dutch: int | None
    licence: tuple[str, ...] | None
    fields: tuple[Line, ...] = ()


def seen_by_employer(shows: Shows, vacancy: Vacancy, minutes: int | None, grain: Grain) -> SeenByEmployer:
    """Make what the employer of this vacancy sees of the profile that somebody agreed to."""
    profile = shows.profile
    if profile is None:
        raise ValueError("nobody sees anything of somebody without a profile")
    fine = grain is Grain.FINE
    codes = {group_of(wish.isco): None for wish in profile.wishes} if grain is Grain.COARSE else {}
    held = None if profile.licence is None else tuple(code for code in vacancy.licence if code in profile.licence)
    return SeenByEmployer(
        labels=tuple(wish.label for wish in profile.wishes) if fine else (),
        groups=tuple(codes),
        experience_years=profile.experience_years if len(profile.wishes) == 1 or grain is not Grain.NOTHING else None,
        hours=profile.hours,
        days=profile.days,
        dayparts=profile.dayparts,
        travel=None if grain is Grain.NOTHING else band_of(minutes, NARROW if fine else WIDE),
        dutch=next((language.level for language in profile.languages if language.code == "nl"), None),
        licence=held if vacancy.licence else None,
        fields=shows.lines,
    )
