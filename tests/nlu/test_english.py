"""English answers are put into Dutch before they are read; Dutch ones are left alone."""

from __future__ import annotations

import pytest
from wordfreq import zipf_frequency

from bot.nlu.english import in_dutch
from bot.nlu.lists import sections
from bot.nlu.sentence import Sentence


def test_no_english_word_is_rather_a_dutch_word() -> None:
    lines = [line.split(" = ") for line in sections("english.txt")["words"]]
    single = {word.strip() for english, _dutch in lines for word in english.split("|") if word.strip().isalpha()}
    same = {dutch.strip() for _english, dutch in lines}
    found = {word for word in single - same if zipf_frequency(word, "nl") > zipf_frequency(word, "en")}
    assert found == set()


@pytest.mark.parametrize(
    ("english", "dutch"),
    [
        ("twenty four hours a week", "24 uur per week"),
        ("I cannot lift heavy things", "ik kan niet tillen"),
        ("I live in The Hague", "ik woon in Den Haag"),
        ("My name is Omar", "ik heet Omar"),
    ],
)
def test_english_becomes_dutch_and_names_stay(english: str, dutch: str) -> None:
    put = in_dutch(Sentence.of(english))
    assert put is not None
    assert put.raw == dutch


@pytest.mark.parametrize(
    "said",
    [
        "ik kan niet tillen",
        "24 uur",
        "over 2 weken",
        "in het weekend",
        "Utrecht",
        "A B C",
        "👍",
        "",
        "نعم",
        "the " * 40,
    ],
)
def test_what_is_not_short_and_english_stays_as_it_is(said: str) -> None:
    put = in_dutch(Sentence.of(said))
    assert put is None or put.raw == said
