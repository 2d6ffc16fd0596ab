"""The vacancies of the demo are plain, keep nobody out, and are the kind of work that people here look for."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from importing.records import TODAY

from bot.domain.profile import ABILITIES
from bot.importing.demo import demo_vacancies
from bot.nlu import places
from bot.nlu.excluding import excluding
from bot.nlu.plain import faults
from bot.nlu.readers.day_words import PARTS, WEEK

if TYPE_CHECKING:
    from bot.domain.vacancy import Vacancy

LEAST_AN_HOUR = 16.50
"""What the demo says at least; the legal minimum was 14.71 on 1 January 2026 (see docs/decisions/018)."""
DEMO = demo_vacancies(TODAY)


def test_there_are_60_at_12_employers() -> None:
    assert len(DEMO) == len({vacancy.id for vacancy in DEMO}) == 60
    assert set(Counter(vacancy.employer for vacancy in DEMO).values()) == {5}
    assert len({vacancy.occupation.uri for vacancy in DEMO}) >= 45


@pytest.mark.parametrize("vacancy", DEMO, ids=lambda vacancy: str(vacancy.reference))
def test_each_is_plain_and_keeps_nobody_out(vacancy: Vacancy) -> None:
    assert [str(fault) for fault in faults(vacancy.about)] == []
    assert excluding(f"{vacancy.title}\n{vacancy.about}") == ()


@pytest.mark.parametrize("vacancy", DEMO, ids=lambda vacancy: str(vacancy.reference))
def test_each_holds_values_that_exist(vacancy: Vacancy) -> None:
    assert places.with_code(vacancy.place.pc4)
    assert set(vacancy.days) <= set(WEEK)
    assert set(vacancy.dayparts) <= set(PARTS)
    assert set(vacancy.asks) <= set(ABILITIES)
    assert vacancy.hours.min and vacancy.hours.max  # noqa: PT018 - one thought
    assert 8 <= vacancy.hours.min <= vacancy.hours.max <= 40
    assert vacancy.dutch in range(4)
    assert len(vacancy.about) <= 600


def test_pay_that_is_named_is_well_above_the_legal_minimum() -> None:
    named = [vacancy.pay for vacancy in DEMO if vacancy.pay and vacancy.pay.min]
    assert named
    assert all(pay.per == "hour" and pay.min and pay.max and LEAST_AN_HOUR <= pay.min <= pay.max for pay in named)


def test_they_lie_around_three_cities() -> None:
    regions = Counter(vacancy.place.pc4[:2] for vacancy in DEMO)
    assert all(any(regions[code] for code in city) for city in (("35", "34", "39", "37"), ("25", "22"), ("30", "31")))


def test_they_never_expire_and_are_the_same_again() -> None:
    later = demo_vacancies(TODAY + timedelta(days=400))
    assert all(vacancy.until and vacancy.until > TODAY.isoformat() for vacancy in DEMO)
    assert [one.id for one in later] == [one.id for one in DEMO]
    assert [replace(one, start=None, until=None) for one in later] == [
        replace(one, start=None, until=None) for one in DEMO
    ]
