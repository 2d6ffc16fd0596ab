"""Random profiles and vacancies that often fit: few occupations, few places, few of everything."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import strategies as st

from bot.domain.facts import DAYS, PARTS, WEEKEND
from bot.domain.gemeente import TravelDefault
from bot.domain.profile import ABILITIES, Hours, Language, Occupation, Place, Profile, Travel
from bot.domain.travel import MODES
from bot.domain.vacancy import Vacancy

TODAY = date(2026, 11, 27)
OV = TravelDefault(45, "ov")
WORK = tuple(
    Occupation(f"http://data.europa.eu/esco/occupation/{number}", f"werk {number}", isco)
    for number, isco in enumerate(("9112", "9112", "9111", "9121", "5120", "9329"))
)
ESCO_IN_9112 = WORK[:2]
PLACES = ("3531", "3562", "3511", "3431", "3811", "2511", "1011", "0000", "abcd")
LICENCES = ("AM", "A", "B", "BE", "C1", "C", "CE", "D", "T", "C1E", "heftruck")
NEARBY = Place("3531", "Utrecht")

ids = st.uuids().map(lambda each: each.hex)
occupations = st.sampled_from(WORK)
places = st.sampled_from(PLACES).map(lambda pc4: Place(pc4, "Ergens"))
numbers = st.none() | st.sampled_from((0.5, 8, 16, 20, 24, 24.5, 32, 36, 40, 100))
days_of_start = st.none() | st.integers(-400, 400).map(lambda days: (TODAY + timedelta(days)).isoformat())


@st.composite
def hours(draw: st.DrawFn) -> Hours:
    low, high = draw(numbers), draw(numbers)
    if low is not None and high is not None:
        low, high = min(low, high), max(low, high)
    return Hours(low, high)


def some(names: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(names), unique=True, max_size=len(names)).map(tuple)


travels = st.none() | st.builds(
    Travel,
    minutes=st.none() | st.integers(5, 240),
    km=st.none() | st.floats(1, 150),
    by=st.none() | st.sampled_from(tuple(MODES)),
)
languages = st.lists(st.builds(Language, st.sampled_from(("nl", "en")), st.integers(0, 3)), max_size=3).map(tuple)
abilities = st.dictionaries(st.sampled_from(ABILITIES), st.booleans()).map(lambda held: tuple(held.items()))

profiles = st.builds(
    Profile,
    wishes=st.lists(occupations, min_size=1, max_size=5).map(tuple),
    hours=hours(),
    place=places,
    days=some(DAYS),
    dayparts=some((*PARTS, WEEKEND)),
    travel=travels,
    languages=languages,
    licence=st.none() | some(LICENCES),
    start=days_of_start,
    ability=abilities,
    register=st.none() | st.booleans(),
)
vacancies = st.builds(
    Vacancy,
    id=ids,
    employer=st.just("Bakkerij Zon"),
    title=st.just("hulp"),
    occupation=occupations,
    place=places,
    hours=hours(),
    days=some(DAYS),
    dayparts=some((*PARTS, WEEKEND)),
    start=days_of_start,
    until=days_of_start,
    licence=st.just(()) | some(LICENCES),
    dutch=st.none() | st.integers(0, 3),
    asks=some(ABILITIES),
)

ANYBODY = Profile(wishes=(WORK[0],), hours=Hours(None, None), place=NEARBY)
ANY_JOB = Vacancy("0" * 32, "Bakkerij Zon", "hulp", WORK[0], NEARBY, Hours(None, None))
near_profiles = profiles.map(lambda profile: replace(profile, place=NEARBY, wishes=(WORK[0], *profile.wishes)))
near_vacancies = vacancies.map(lambda vacancy: replace(vacancy, place=NEARBY, occupation=WORK[0]))
"""Pairs of these meet the two conditions that random ones seldom meet."""
