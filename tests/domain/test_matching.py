"""Which vacancies fit whom: the conditions by example, and what always holds (V5, monotone, no order of input)."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from functools import partial
from importlib.resources import files
from typing import Any

import pytest
from fitting import ANY_JOB, ANYBODY, OV, TODAY, WORK, near_profiles, near_vacancies, profiles, vacancies
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.data.postcodes import postcodes
from bot.domain.facts import DAYS, PARTS, WEEKEND, code_of, offer_of, seeker_of
from bot.domain.gemeente import TravelDefault
from bot.domain.matching import MOST_POINTS, Closeness, Fit, match, mixed, too_heavy, turn_of
from bot.domain.profile import ABILITIES, Hours, Language, Occupation, Place, Profile, Travel
from bot.domain.vacancy import Standing, Vacancy
from bot.points import point_of


def fit(profile: Profile = ANYBODY, vacancy: Vacancy = ANY_JOB, default: TravelDefault = OV) -> Fit | None:
    return match(profile, vacancy, TODAY, default, point_of)


def test_the_best_that_there_is_gets_all_points() -> None:
    found = fit(ANYBODY, replace(ANY_JOB, hours=Hours(24, 24)))
    assert found is not None
    assert (found.score, found.closeness, found.wish, found.by) == (MOST_POINTS, Closeness.SAME, WORK[0], "ov")


@pytest.mark.parametrize(
    ("wish", "closeness"),
    [(0, Closeness.SAME), (1, Closeness.UNIT_GROUP), (2, Closeness.MINOR_GROUP), (3, Closeness.SUB_MAJOR_GROUP)],
)
def test_the_closer_the_occupation_the_more_points(wish: int, closeness: Closeness) -> None:
    found, best = fit(replace(ANYBODY, wishes=(WORK[4], WORK[wish]))), fit()
    assert found is not None
    assert best is not None
    assert (found.closeness, found.wish) == (closeness, WORK[wish])
    assert (found.score < best.score) is (closeness is not Closeness.SAME)


@pytest.mark.parametrize("wish", [WORK[4], WORK[5]])
def test_other_work_does_not_fit(wish: Occupation) -> None:
    assert fit(replace(ANYBODY, wishes=(wish,))) is None


@pytest.mark.parametrize(
    ("wanted", "offered", "fits"),
    [
        (Hours(24, 32), Hours(32, 40), True),
        (Hours(24, 32), Hours(33, 40), False),
        (Hours(24, None), Hours(None, 23.5), False),
        (Hours(None, 16), Hours(None, None), True),
        (Hours(None, None), Hours(40, 40), True),
    ],
)
def test_hours_overlap(wanted: Hours, offered: Hours, fits: bool) -> None:  # noqa: FBT001 - a column of the table
    assert (fit(replace(ANYBODY, hours=wanted), replace(ANY_JOB, hours=offered)) is not None) is fits


WORKWEEK = DAYS[:5]


@pytest.mark.parametrize(
    ("can", "asked", "fits"),
    [
        ((("ma", "di", "wo"), ()), (WORKWEEK, (), 24), True),
        ((("ma", "di"), ()), (WORKWEEK, (), 24), False),
        ((("ma", "di"), ()), (WORKWEEK, (), None), True),
        ((("za",), ()), (WORKWEEK, (), None), False),
        (((), ("morning",)), (WORKWEEK, ("morning", "afternoon"), 16), False),
        (((), ("morning", "afternoon")), (WORKWEEK, ("morning",), 40), True),
        (((), ("evening", WEEKEND)), (("za",), ("morning",), None), True),
        (((), ("evening", WEEKEND)), (("ma",), ("morning",), None), False),
        (((), (WEEKEND,)), (("vr",), (), None), False),
        (((), (WEEKEND,)), ((), (WEEKEND,), None), True),
        ((WORKWEEK, ()), ((), (WEEKEND,), None), False),
        (((), ()), ((), ("night", WEEKEND), None), True),
    ],
)
def test_days_and_parts_of_the_day(
    can: tuple[tuple[str, ...], tuple[str, ...]],
    asked: tuple[tuple[str, ...], tuple[str, ...], float | None],
    fits: bool,  # noqa: FBT001 - as above
) -> None:
    profile = replace(ANYBODY, days=can[0], dayparts=can[1])
    vacancy = replace(ANY_JOB, days=asked[0], dayparts=asked[1], hours=Hours(asked[2], None))
    assert (fit(profile, vacancy) is not None) is fits


@pytest.mark.parametrize(
    ("travel", "pc4", "fits"),
    [
        (Travel(minutes=15, by="bike"), "3562", False),
        (Travel(minutes=30, by="bike"), "3562", True),
        (Travel(minutes=30, by="walk"), "3562", False),
        (Travel(km=10), "3562", True),
        (Travel(km=3), "3562", False),
        (None, "3562", True),
        (None, "1011", False),
        (Travel(by="car"), "1011", False),
        (Travel(minutes=90), "1011", True),
        (Travel(minutes=5, by="ov"), "3531", True),
        (Travel(minutes=240, by="car"), "abcd", False),
    ],
)
def test_within_the_journey_that_somebody_wants(travel: Travel | None, pc4: str, fits: bool) -> None:  # noqa: FBT001
    vacancy = replace(ANY_JOB, place=Place(pc4, "Ergens"))
    assert (fit(replace(ANYBODY, travel=travel), vacancy) is not None) is fits


def test_who_skipped_the_journey_travels_as_the_gemeente_says() -> None:
    vacancy = replace(ANY_JOB, place=Place("3562", "Utrecht"))
    found = fit(ANYBODY, vacancy, TravelDefault(30, "bike"))
    assert found is not None
    assert (found.by, found.minutes) == ("bike", 19)
    assert fit(ANYBODY, vacancy, TravelDefault(15, "walk")) is None


@pytest.mark.parametrize(
    ("held", "asked", "fits"),
    [
        (("B",), ("B",), True),
        (("CE",), ("B", "BE", "C1", "C1E", "AM"), True),
        (("B",), ("B", "C"), False),
        ((), ("AM",), False),
        ((), (), True),
        (None, ("CE",), True),
        (("B",), ("heftruck",), False),
    ],
)
def test_all_licences_that_are_needed(held: tuple[str, ...] | None, asked: tuple[str, ...], fits: bool) -> None:  # noqa: FBT001
    assert (fit(replace(ANYBODY, licence=held), replace(ANY_JOB, licence=asked)) is not None) is fits


@pytest.mark.parametrize(
    ("levels", "asked", "fits"),
    [((0,), 1, True), ((0,), 2, False), ((2,), 3, True), ((), 3, True), ((0, 3), 3, True), ((0,), None, True)],
)
def test_dutch_may_be_one_level_below(levels: tuple[int, ...], asked: int | None, fits: bool) -> None:  # noqa: FBT001
    profile = replace(ANYBODY, languages=(Language("en", 0), *(Language("nl", level) for level in levels)))
    assert (fit(profile, replace(ANY_JOB, dutch=asked)) is not None) is fits


@pytest.mark.parametrize(
    ("can", "asked", "fits"),
    [
        ("2027-01-31", "2026-12-31", True),
        ("2027-02-01", "2026-12-31", False),
        ("2026-12-28", "2020-01-01", True),
        ("2026-12-29", "2020-01-01", False),
        ("2030-01-01", None, True),
        (None, "2026-12-31", True),
    ],
)
def test_a_start_within_a_month_after_the_work_starts(can: str | None, asked: str | None, fits: bool) -> None:  # noqa: FBT001
    assert (fit(replace(ANYBODY, start=can), replace(ANY_JOB, start=asked)) is not None) is fits


def test_only_what_is_open_and_not_past() -> None:
    assert fit(vacancy=replace(ANY_JOB, until="2026-11-27"))
    assert fit(vacancy=replace(ANY_JOB, until="2026-11-26")) is None
    for standing in (Standing.PAUSED, Standing.CLOSED):
        assert fit(vacancy=replace(ANY_JOB, standing=standing)) is None


def test_too_heavy_is_only_what_somebody_said_they_cannot() -> None:
    heavy = replace(ANY_JOB, asks=("lift", "stand"))
    assert not too_heavy(ANYBODY, heavy)
    assert not too_heavy(replace(ANYBODY, ability=(("lift", True), ("sit", False))), heavy)
    assert too_heavy(replace(ANYBODY, ability=(("stand", True), ("lift", False))), heavy)


# What always holds


@given(st.one_of(profiles, near_profiles), near_vacancies, st.data())
def test_dropping_a_demand_never_loses_a_match(profile: Profile, vacancy: Vacancy, data: st.DataObject) -> None:
    nothing: dict[str, Any] = {
        "days": (), "dayparts": (), "licence": vacancy.licence[1:], "dutch": None, "asks": (), "start": None,
        "until": None, "hours": Hours(None, None),
    }  # fmt: skip
    dropped = data.draw(st.lists(st.sampled_from(sorted(nothing)), min_size=1, unique=True))
    if fit(profile, vacancy):
        assert fit(profile, replace(vacancy, **{name: nothing[name] for name in dropped}))


@given(profiles, vacancies, st.integers(0, 240), st.integers(0, 240), st.sampled_from(("bike", "walk", None)))
def test_a_longer_journey_never_loses_a_match(
    profile: Profile, vacancy: Vacancy, minutes: int, more: int, by: str | None
) -> None:
    near = replace(profile, wishes=(vacancy.occupation,), travel=Travel(minutes=minutes or None, by=by))
    if minutes and fit(near, vacancy):
        assert fit(replace(near, travel=Travel(minutes=minutes + more, by=by)), vacancy)
    if fit(replace(near, travel=Travel(km=minutes / 2 + 1)), vacancy):
        assert fit(replace(near, travel=Travel(km=minutes / 2 + 1 + more / 2)), vacancy)


@given(near_profiles, near_vacancies, st.data())
def test_wider_hours_and_days_never_lose_a_match(profile: Profile, vacancy: Vacancy, data: st.DataObject) -> None:
    low, high = profile.hours.min, profile.hours.max
    wider = replace(
        profile,
        hours=Hours(
            None if low is None else data.draw(st.sampled_from((None, low, low - 4, 0))),
            None if high is None else data.draw(st.sampled_from((None, high, high + 0.5, high + 8))),
        ),
        days=profile.days and data.draw(st.sampled_from(((*profile.days, *DAYS[:3]), (*profile.days, "zo")))),
    )
    if set(profile.dayparts) - {WEEKEND}:
        wider = replace(wider, dayparts=(*profile.dayparts, data.draw(st.sampled_from((*PARTS, WEEKEND)))))
    if fit(profile, vacancy):
        assert fit(wider, vacancy)
        assert fit(replace(wider, days=(), dayparts=()), vacancy)


@given(near_profiles, near_vacancies)
def test_who_leaves_a_question_open_loses_nothing(profile: Profile, vacancy: Vacancy) -> None:
    if fit(profile, vacancy):
        assert fit(replace(profile, licence=None, languages=(), start=None, days=(), dayparts=()), vacancy)


@given(
    near_profiles,
    near_vacancies,
    st.dictionaries(st.sampled_from(ABILITIES), st.booleans()),
    st.none() | st.booleans(),
)
def test_the_five_fields_of_v4_change_nothing(
    profile: Profile,
    vacancy: Vacancy,
    ability: dict[str, bool],
    register: bool | None,  # noqa: FBT001
) -> None:
    flipped = replace(profile, ability=tuple(ability.items()), register=register)
    assert seeker_of(flipped, point_of) == seeker_of(profile, point_of)
    assert fit(flipped, vacancy) == fit(profile, vacancy)


@given(near_profiles, near_vacancies)
def test_the_order_of_what_was_said_changes_nothing(profile: Profile, vacancy: Vacancy) -> None:
    assume(len(profile.wishes) <= 4)
    turned = replace(
        profile,
        wishes=profile.wishes[::-1],
        days=profile.days[::-1],
        dayparts=profile.dayparts[::-1],
        licence=profile.licence and profile.licence[::-1],
        languages=profile.languages[::-1],
    )
    other = replace(vacancy, days=vacancy.days[::-1], dayparts=vacancy.dayparts[::-1], licence=vacancy.licence[::-1])
    assert fit(turned, other) == fit(profile, vacancy)
    assert offer_of(other, point_of) == offer_of(vacancy, point_of)


@given(near_profiles, near_vacancies)
def test_points_are_from_0_to_100(profile: Profile, vacancy: Vacancy) -> None:
    found = fit(profile, vacancy)
    assert found is None or 0 < found.score <= MOST_POINTS


def test_every_known_occupation_has_a_code_of_its_own() -> None:
    lines = (files("bot.data") / "occupations.csv").read_text(encoding="utf-8").splitlines()
    esco = "http://data.europa.eu/esco/occupation/"
    occupations = [Occupation(esco + row["uuid"], row["label"], row["isco"]) for row in csv.DictReader(lines)]
    assert len({code_of(each) for each in occupations}) == len(occupations) > 3000


def test_an_equal_is_first_here_and_last_there() -> None:
    ids = [f"{mixed(number):016x}{mixed(number + 1000):016x}" for number in range(40)]
    firsts = [min(ids, key=partial(turn_of, other=other)) for other in ids]
    assert len(set(firsts)) > 15
    assert firsts == [min(ids[::-1], key=partial(turn_of, other=other)) for other in ids]


def test_every_postcode_lies_somewhere_of_its_own_land() -> None:
    points = [point_of(pc4) for pc4 in postcodes()]
    assert all(point and abs(point.x) < 32_000 and abs(point.y) < 32_000 for point in points)
    assert point_of("3500") is not None
    assert point_of("0000") is point_of("abcd") is None
    assert date(2020, 1, 1) < TODAY
