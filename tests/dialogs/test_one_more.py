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
