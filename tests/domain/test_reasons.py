"""Why a vacancy fits, in words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from fitting import ANY_JOB, ANYBODY, OV, TODAY, WORK, near_profiles, near_vacancies
from hypothesis import given

from bot.domain.matching import Closeness, Fit, match
from bot.domain.profile import Hours, Occupation, Profile
from bot.domain.reasons import reasons_told
from bot.domain.travel import MODES
from bot.points import point_of
from bot.translate import render

if TYPE_CHECKING:
    from bot.domain.vacancy import Vacancy

CLEANER = Occupation(WORK[0].uri, "schoonmaker", "9112")
FIT = Fit(100, CLEANER, Closeness.SAME, "bike", 13, Hours(24, 24))


def told(fit: Fit, language: str = "nl") -> str:
    return " ".join(render(reason, language) for reason in reasons_told(fit))


def test_three_reasons() -> None:
    assert told(FIT) == "Je zoekt werk als schoonmaker. Het is 15 minuten fietsen. Het is 24 uur in de week."
    assert told(FIT, "en") == "You look for work as cleaner. It is 15 minutes by bike. It is 24 hours a week."


@pytest.mark.parametrize("closeness", [each for each in Closeness if each is not Closeness.SAME])
def test_work_that_is_like_it(closeness: Closeness) -> None:
    assert told(replace(FIT, closeness=closeness)).startswith("Het lijkt op werk als schoonmaker. Het is 15")


@pytest.mark.parametrize(
    ("by", "words"),
    [
        ("walk", "15 minuten lopen"),
        ("car", "15 minuten met de auto"),
        ("moped", "15 minuten met de brommer"),
        ("ov", "15 minuten met bus, tram of trein"),
    ],
)
def test_the_journey_as_they_make_it(by: str, words: str) -> None:
    assert f"Het is {words}." in told(replace(FIT, by=by))


@pytest.mark.parametrize(("minutes", "said"), [(0, 5), (1, 5), (5, 5), (6, 10), (60, 60)])
def test_minutes_are_rounded_up(minutes: int, said: int) -> None:
    assert f"Het is {said} minuten fietsen." in told(replace(FIT, minutes=minutes))


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        (Hours(24, 32), "Het is 24 tot 32 uur in de week."),
        (Hours(None, 16), "Het is niet meer dan 16 uur in de week."),
        (Hours(16.0, None), "Het is 16 uur of meer in de week."),
        (Hours(24.5, 24.5), "Het is 24,5 uur per week."),
        (Hours(None, None), "fietsen."),
    ],
)
def test_hours(hours: Hours, words: str) -> None:
    assert told(replace(FIT, hours=hours)).endswith(words)


def test_one_hour_in_english() -> None:
    assert told(replace(FIT, hours=Hours(1, 1)), "en").endswith("It is 1 hour a week.")


@given(near_profiles, near_vacancies)
def test_there_are_at_most_three(profile: Profile, vacancy: Vacancy) -> None:
    fit = match(profile, vacancy, TODAY, OV, point_of)
    if fit:
        assert 2 <= len(reasons_told(fit)) <= 3
        assert fit.by in MODES
        assert fit.wish in profile.wishes


def test_a_fit_shows_nothing_of_somebody() -> None:
    fit = match(ANYBODY, ANY_JOB, TODAY, OV, point_of)
    assert fit is not None
    assert WORK[0].label not in repr(fit)
