"""One more never takes away what was there."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.dialogs.questions_self import LICENCE
from bot.dialogs.questions_week import ALL_WEEK, ANY_PART, DAYPARTS, DAYS, HOURS
from bot.nlu.parse import Entity

WEEK = st.lists(st.sampled_from(ALL_WEEK), min_size=1, unique=True)
PARTS = st.lists(st.sampled_from(ANY_PART), min_size=1, unique=True)
CODES = st.lists(st.sampled_from(["AM", "A", "B", "BE", "C", "CE", "D"]), unique=True)
SIDE = st.none() | st.integers(1, 60)
HOURS_A_WEEK = st.fixed_dictionaries({"min": SIDE, "max": SIDE})


def one_more(entity: str, value: Any) -> Entity:
    return Entity(entity, 0, 1, value, added=True)


def within(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Tell whether all hours of one lie within the other."""
    least = other["min"] is None or (one["min"] is not None and one["min"] >= other["min"])
    return least and (other["max"] is None or (one["max"] is not None and one["max"] <= other["max"]))


@given(WEEK, PARTS, WEEK)
def test_days_stay(held: list[str], parts: list[str], more: list[str]) -> None:
    answers = {"days": {"days": held, "dayparts": parts}}
    value = DAYS.value_of(one_more("days", more), answers)
    assert {*held, *more} == set(value["days"])
    assert value["dayparts"] == parts


@given(st.sampled_from([None, {}, {"days": None}, {"days": []}, {"days": [], "dayparts": []}]), WEEK, PARTS)
def test_who_can_on_any_day_still_can(held: dict[str, Any] | None, more: list[str], parts: list[str]) -> None:
    answers = {"days": held}
    for question, said in ((DAYS, more), (DAYS, {"days": more, "dayparts": parts}), (DAYPARTS, parts)):
        entity = one_more("days" if question is DAYS else "dayparts", said)
        kept = question.fold(answers, question.name, question.value_of(entity, answers))
        assert not (kept["days"] or {}).get("days")
        assert not (kept["days"] or {}).get("dayparts")


@given(WEEK, st.sampled_from([None, []]), PARTS)
def test_who_can_at_any_time_still_can(held: list[str], none: list[str] | None, more: list[str]) -> None:
    answers = {"days": {"days": held, "dayparts": none}, "dayparts": none}
    kept = DAYPARTS.fold(answers, "dayparts", DAYPARTS.value_of(one_more("dayparts", more), answers))
    assert kept["days"]["days"] == held
    assert not kept["days"]["dayparts"]


@given(WEEK, PARTS, PARTS)
def test_parts_of_the_day_stay(held: list[str], parts: list[str], more: list[str]) -> None:
    value = DAYPARTS.value_of(one_more("dayparts", more), {"days": {"days": held, "dayparts": parts}})
    assert {*parts, *more} == set(value)


@given(HOURS_A_WEEK, HOURS_A_WEEK)
def test_hours_get_wider(held: dict[str, Any], more: dict[str, Any]) -> None:
    value = HOURS.value_of(one_more("hours", more), {"hours": held})
    assert within(held, value)
    assert within(more, value)


@given(CODES, CODES)
def test_licences_stay(held: list[str], more: list[str]) -> None:
    assert {*held, *more} == set(LICENCE.value_of(one_more("licence", more), {"licence": held}))


@given(st.lists(st.sampled_from(ANY_PART), min_size=1, unique=True), st.lists(st.sampled_from(ANY_PART), min_size=1))
def test_what_is_refused_goes_and_nothing_comes_in_its_place(held: list[str], refused: list[str]) -> None:
    rest = [part for part in ANY_PART if part not in refused]
    said = Entity("dayparts", 0, 1, rest, without=tuple(refused))
    value = DAYPARTS.value_of(said, {"days": {"days": ["ma"], "dayparts": held}, "dayparts": held})
    assert set(value or ()) == set(held) - set(refused)
