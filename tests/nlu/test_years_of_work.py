"""Of which work years are: what stands beside them says so, and nothing else does."""

from __future__ import annotations

from datetime import date

import pytest

from bot.nlu.asked import ASKED
from bot.nlu.sentence import Sentence

TODAY = date(2026, 11, 24)
CLEANER, COOK, PICKER, CARER, FILLER = "9112", "5120", "9333", "5321", "9334"


def are_of(said: str, isco: str) -> bool:
    entity = ASKED["experience"](Sentence.of(said), TODAY)
    assert entity is not None
    return not entity.of or isco.startswith(entity.of)


@pytest.mark.parametrize(
    ("said", "isco"),
    [
        ("3 jaar", CLEANER),
        ("10 jaar in Syrie gewerkt", CLEANER),
        ("2 jaar bij mijn oom", COOK),
        ("3 jaar schoonmaak bij kantoren", CLEANER),
        ("2 jaar kamermeisje", CLEANER),
        ("ik was kok, 3 jaar", COOK),
        ("10 jaar in een keuken", COOK),
        ("8 jaar in restaurants", COOK),
        ("3 jaar in het magazijn", PICKER),
        ("5 jaar in de zorg", CARER),
        ("ik heb 3 kinderen, 2 jaar ervaring", CLEANER),
    ],
)
def test_years_of_the_work_that_is_asked(said: str, isco: str) -> None:
    assert are_of(said, isco)


@pytest.mark.parametrize(
    ("said", "isco"),
    [
        ("3 jaar in het magazijn", CLEANER),
        ("in het magazijn, 3 jaar", CLEANER),
        ("10 jaar als kok", CLEANER),
        ("in mijn land was ik kapper 6 jaar", COOK),
        ("5 jaar in de zorg", PICKER),
        ("2 jaar magazijn", FILLER),
        ("2 jaar vakkenvuller", PICKER),
        ("ik wil schoonmaken en heb 4 jaar gewerkt als bakker", CLEANER),
    ],
)
def test_years_of_other_work(said: str, isco: str) -> None:
    assert not are_of(said, isco)


def test_years_of_several_kinds_of_work_stand_beside_each_other() -> None:
    said = ASKED["experience"](Sentence.of("1 jaar schoonmaak nederland, 10 jaar kok syria"), TODAY)
    assert said is not None
    assert CLEANER.startswith(said.of)
    assert [(each.value, COOK.startswith(each.of)) for each in said.beside] == [({"years": 10}, True)]


def test_years_in_all_are_a_guess_beside_those_of_some_work() -> None:
    said = ASKED["experience"](Sentence.of("3 jaar, waarvan 1 jaar als schoonmaker"), TODAY)
    assert said is not None
    assert said.unsure
    assert not said.of
