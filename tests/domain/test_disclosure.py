"""What an employer sees: no rare combination, nothing that was not shown, and nothing that does not belong to it."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields, replace
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogs.seen import lines_of
from bot.domain.consent import Answer
from bot.domain.disclosure import (
    FEWEST,
    NARROW,
    WIDE,
    Alike,
    Grain,
    SeenByEmployer,
    band_of,
    combination,
    grains,
    seen_by_employer,
)
from bot.domain.fields import Field, FieldConsent, Shows
from bot.domain.occupation_groups import GROUPS
from bot.domain.profile import ABILITIES, Hours, Language, Occupation, Place, Profile, Travel
from bot.domain.vacancy import Vacancy
from bot.translate import render

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
CLEANER = Occupation("http://data.europa.eu/esco/occupation/1", "schoonmaker", "9112")
PACKER = Occupation("http://data.europa.eu/esco/occupation/2", "inpakker", "9321")
VACANCY = Vacancy(
    "1" * 32, "Bakkerij Zon", "Schoonmaker", CLEANER, Place("3511", "Utrecht"), Hours(20, 24), licence=("B",)
)
PROFILE = Profile(
    wishes=(CLEANER, PACKER),
    hours=Hours(24, 32),
    place=Place("3561", "Overvecht"),
    first_name="Fatima",
    experience_years=3,
    days=("ma", "di"),
    travel=Travel(45, None, "bike"),
    languages=(Language("ar", 3), Language("nl", 2)),
    licence=("AM", "B"),
    start="2026-12-01",
    ability=(("stand", True), ("sit", True), ("bend", False), ("lift", False)),
    register=True,
)

people = st.lists(
    st.tuples(st.one_of(st.none(), st.integers(0, 120)), st.sampled_from([("9112",), ("9112", "9321"), ("5131",), ()])),
    max_size=30,
).map(lambda drawn: [Alike(number, minutes, isco) for number, (minutes, isco) in enumerate(drawn)])


@given(people)
def test_no_combination_of_fewer_than_three_is_shown(alike: list[Alike[int]]) -> None:
    told = grains(alike)
    assert set(told) == {somebody.key for somebody in alike}
    shown = Counter((told[somebody.key], combination(somebody, told[somebody.key])) for somebody in alike)
    everybody = {grain: Counter(combination(somebody, grain) for somebody in alike) for grain in Grain}
    for (grain, held), count in shown.items():
        assert grain is Grain.NOTHING or count >= FEWEST
        assert grain is Grain.NOTHING or everybody[grain][held] >= FEWEST
        assert (held is None) is (grain is Grain.NOTHING)


@given(people, st.randoms(use_true_random=False))
def test_the_order_of_people_changes_nothing(alike: list[Alike[int]], random: object) -> None:
    mixed = list(alike)
    random.shuffle(mixed)  # type: ignore[attr-defined] # Hypothesis gives a Random
    assert grains(mixed) == grains(alike)


@pytest.mark.parametrize(
    ("minutes", "told"),
    [
        ([12, 14, 19], [Grain.FINE] * 3),
        ([12, 14, 25], [Grain.COARSE] * 3),
        ([12, 14, 19, 25], [Grain.FINE] * 3 + [Grain.NOTHING]),
        ([12, 40, 70], [Grain.NOTHING] * 3),
        ([12, 14], [Grain.NOTHING] * 2),
        ([], []),
    ],
)
def test_who_is_rare_is_told_coarser(minutes: list[int], told: list[Grain]) -> None:
    alike = [Alike(number, each, ("9112",)) for number, each in enumerate(minutes)]
    assert list(grains(alike).values()) == told


def test_bands_follow_one_another_and_wide_ones_hold_narrow_ones() -> None:
    for bands in (NARROW, WIDE):
        assert bands[0].least == 0
        assert bands[-1].most is None
        assert all(one.most == other.least for one, other in pairwise(bands))
    assert {band.least for band in WIDE} <= {band.least for band in NARROW}


@given(st.integers(0, 1000))
def test_minutes_lie_in_their_band(minutes: int) -> None:
    for bands in (NARROW, WIDE):
        band = band_of(minutes, bands)
        assert band
        assert band.least <= minutes
        assert band.most is None or minutes < band.most


def test_there_is_no_field_for_more() -> None:
    assert [field.name for field in fields(SeenByEmployer)] == (
        "labels groups experience_years hours days dayparts travel dutch licence fields".split()
    )


@given(
    st.sets(st.sampled_from(Field)).map(frozenset),
    st.sampled_from(list(Grain)),
    st.lists(st.tuples(st.sampled_from(ABILITIES), st.booleans()), max_size=4),
    st.one_of(st.none(), st.booleans()),
)
def test_nothing_follows_from_what_is_not_shown(
    shown: frozenset[Field],
    grain: Grain,
    ability: list[tuple[str, bool]],
    register: bool | None,  # noqa: FBT001 - Hypothesis fills it in
) -> None:
    other = replace(
        PROFILE,
        first_name="Karim",
        place=Place("3531", "Lombok"),
        travel=None,
        start=None,
        languages=(Language("tr", 1), Language("nl", 2)),
        licence=("B", "C"),
        ability=tuple((name, can) for name, can in PROFILE.ability if name in shown)
        + tuple((name, can) for name, can in ability if name not in shown),
        register=PROFILE.register if "register" in shown else register,
    )
    one, another = (seen_by_employer(showing(each, *shown), VACANCY, 15, grain) for each in (PROFILE, other))
    assert one == another
    assert {about for about, _can in one.fields} <= shown


def test_a_licence_is_seen_only_when_the_vacancy_asks_it() -> None:
    def licence(asked: tuple[str, ...], has: tuple[str, ...] | None) -> tuple[str, ...] | None:
        profile, vacancy = replace(PROFILE, licence=has), replace(VACANCY, licence=asked)
        return seen_by_employer(showing(profile), vacancy, 15, Grain.FINE).licence

    assert licence((), ("B",)) is None
    assert licence(("B",), ("AM", "B")) == ("B",)
    assert licence(("C",), ("B",)) == ()
    assert licence(("B",), None) is None


def test_of_nobody_nothing_is_seen() -> None:
    with pytest.raises(ValueError, match="without a profile"):
        seen_by_employer(Shows(None, (), frozenset(Field)), VACANCY, 15, Grain.FINE)


def showing(profile: Profile, *shown: Field) -> Shows:
    rows = tuple(FieldConsent(about, Answer.GIVEN, NOW, "laat-zien-1") for about in shown)
    return Shows(profile, rows, frozenset(Field))


def lines(grain: Grain, *shown: Field) -> list[str]:
    seen = seen_by_employer(showing(PROFILE, *shown), VACANCY, 15, grain)
    return [render(line, "nl") for line in lines_of(seen)]


def test_in_lines() -> None:
    assert lines(Grain.FINE) == [
        "• Werk: schoonmaker en inpakker",
        "• Ervaring: 3 jaar (schoonmaker)",
        "• Uren: 24 tot 32 uur per week",
        "• Dagen: maandag en dinsdag",
        "• Reistijd: 10 tot 20 minuten",
        "• Nederlands: redelijk",
        "• Rijbewijs: auto (B)",
    ]
    shown = lines(Grain.FINE, Field.REGISTER, Field.LIFT)
    assert shown[-2:] == ["• Zwaar tillen: nee", "• In het doelgroepenregister: ja"]


def test_coarser_lines() -> None:
    assert lines(Grain.COARSE)[0] == "• Werk: schoonmaken en werk in bouw, fabriek en magazijn"
    assert "• Reistijd: minder dan 30 minuten" in lines(Grain.COARSE)
    assert "• Ervaring: 3 jaar (schoonmaken)" in lines(Grain.COARSE)
    assert lines(Grain.NOTHING)[0] == "• Werk: past bij deze baan"
    assert not any("Ervaring" in line for line in lines(Grain.NOTHING))  # nothing says in which of the two
    assert not any("Reistijd" in line for line in lines(Grain.NOTHING))


def test_every_group_of_isco_has_a_name() -> None:
    codes = "01 02 03 11 12 13 14 21 22 23 24 25 26 31 32 33 34 35 41 42 43 44 51 52 53 54 61 62 63 71 72 73 74 75"
    assert set(GROUPS) == {*codes.split(), *"81 82 83 91 92 93 94 95 96".split()}
