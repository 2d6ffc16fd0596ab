"""What replaces an earlier answer where it is said beside another one, and what is only told of."""

from __future__ import annotations

from datetime import date

import pytest

from bot.nlu.anew import is_anew, is_bare
from bot.nlu.engine import parse_sentence
from bot.nlu.sentence import Sentence

TODAY = date(2026, 11, 23)


def _said(words: str, entity: str) -> tuple[bool, bool]:
    found = [each for each in parse_sentence(words, TODAY).entities if each.entity == entity]
    assert found, "nothing was read"
    return is_anew(Sentence.of(words), found[-1]), is_bare(Sentence.of(words), found[-1])


@pytest.mark.parametrize(
    ("words", "entity"),
    [
        ("goed, ik woon nu in Zeist", "place"),
        ("goed, ik woon nu in Zeist bij mijn moeder", "place"),
        ("goed, we zijn verhuisd naar Zeist", "place"),
        ("met de bus, nee, Zeist", "place"),
        ("30 minuten, nee wacht, 32 uur", "hours"),
        ("met de bus, ik wil toch 32 uur werken", "hours"),
        ("2 jaar, liever 16 uur", "hours"),
        ("met de bus, ik kan alleen op maandag", "days"),
        ("met de fiets, ik kan niet op vrijdag", "days"),
        ("met de fiets, maar niet op vrijdag", "days"),
        ("met de bus, zaterdag kan ook", "days"),
    ],
)
def test_it_is_given_anew(words: str, entity: str) -> None:
    assert _said(words, entity)[0]


@pytest.mark.parametrize(
    ("words", "entity"),
    [
        ("goed, ik deed de cursus op vrijdag in Amersfoort", "place"),
        ("B, gehaald in Rotterdam na 20 uur les", "place"),
        ("overdag, dan is mijn zoon op school tot 3 uur, 5 dagen per week", "hours"),
        ("met de fiets, ik kan op vrijdag naar de moskee in Zeist", "days"),
        ("B, in Rotterdam gehaald", "place"),
    ],
)
def test_it_is_only_told_of(words: str, entity: str) -> None:
    assert _said(words, entity) == (False, False)


@pytest.mark.parametrize(
    ("words", "entity"),
    [("B, Zeist", "place"), ("met de bus, ik wil in Zeist werken", "place"), ("30 minuten, 32 uur per week", "hours")],
)
def test_it_stands_alone(words: str, entity: str) -> None:
    assert _said(words, entity) == (False, True)
