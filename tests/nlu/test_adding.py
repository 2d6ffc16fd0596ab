"""What is said to be possible as well."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.adding import SIGNS
from bot.nlu.engine import parse_sentence
from bot.nlu.sentence import Sentence

TODAY = date(2026, 11, 24)
ARABIC = {"code": "ar", "level": 3}
WORDS = "ook kan ik op zaterdag maandag 16 uur en maar niet rijbewijs B C spreek Turks 's avonds nee , . liever".split()


@pytest.mark.parametrize(
    "said",
    [
        "ik kan ook op zaterdag",
        "zaterdag kan ook",
        "16 uur kan ook",
        "ik wil ook wel 32 uur werken",
        "32 uur per week vind ik ook goed",
        "'s avonds kan ik ook werken",
        "ik heb ook rijbewijs C",
        "ook op woensdag kan ik werken",
        "nee, 16 uur mag ook",
        "I can also work on Saturday",
        "16 uur is ook geen probleem",
        "niet op maandag, maar zaterdag kan ook",
    ],
)
def test_one_more_is_heard(said: str) -> None:
    entities = parse_sentence(said, TODAY).entities
    assert entities
    assert all(entity.added for entity in entities)


@pytest.mark.parametrize(
    "said",
    [
        "ik kan op zaterdag",
        "maandag, dinsdag en ook zaterdag",
        "16 uur en ik spreek ook goed Arabisch",
        "ook dat nog, ik wil 16 uur werken",
        "ik kan ook niet op zaterdag",
        "toch liever 16 uur",
        "nee, alleen op maandag",
        "in de avond ook niet",
        "'s nachts ook liever niet",
        "nachten ook niet",
        "ik spreek Turks ook niet",
    ],
)
def test_what_stands_in_the_place_of_something_is_not_one_more(said: str) -> None:
    entities = [entity for entity in parse_sentence(said, TODAY).entities if entity.value != ARABIC]
    assert entities
    assert not any(entity.added for entity in entities)


@given(st.lists(st.sampled_from(WORDS), max_size=10).map(" ".join))
def test_nothing_is_one_more_that_nobody_said_so_of(said: str) -> None:
    added = [entity for entity in parse_sentence(said, TODAY).entities if entity.added]
    assert not added or not Sentence.of(said).words.isdisjoint(SIGNS)
