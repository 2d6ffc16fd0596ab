"""Other languages: told by their script or their small words, steered in, and never seen in Dutch."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.engine import parse_sentence
from bot.nlu.foreign import written_in
from bot.nlu.lists import sections
from bot.nlu.sentence import Sentence

HERE = Path(__file__).parent
LISTS = HERE / "foreign"
LANGUAGES = ("en", "ar", "tr", "uk", "ti", "pl", "fr", "es")


def lines(name: str) -> list[str]:
    return (LISTS / f"{name}.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(("code", "said"), [(code, line) for code in LANGUAGES for line in lines(code)])
def test_another_language_is_noticed(code: str, said: str) -> None:
    assert written_in(Sentence.of(said)) == code


@pytest.mark.parametrize("said", lines("none"))
def test_dutch_and_what_is_too_short_is_no_other_language(said: str) -> None:
    assert written_in(Sentence.of(said)) is None


@pytest.mark.parametrize(
    "said",
    [
        line.split(" => ")[0]
        for path in sorted((HERE / "asked").glob("*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ],
)
def test_an_answer_is_at_most_taken_for_english(said: str) -> None:
    """The answers that the readers are tested with are Dutch, English, or a name."""
    assert written_in(Sentence.of(said)) in {None, "en"} or not said.isascii()


@pytest.mark.parametrize(("said", "intent"), [line.split(" => ") for line in lines("steering")])
def test_everybody_can_steer_in_their_own_language(said: str, intent: str) -> None:
    parse = parse_sentence(said, date(2026, 11, 24))
    assert parse.intent is not None
    assert parse.intent.name == intent


def test_every_language_has_all_words_of_the_offer() -> None:
    for code in LANGUAGES:
        named = [line.partition(": ")[0] for line in sections("going_on.txt")[code]]
        assert named == ["seen", "offer", "ask", "dutch", "english", "human", "call"]


@given(st.text())
def test_any_text_has_a_language_or_none(text: str) -> None:
    assert written_in(Sentence.of(text)) in {None, "ru", *LANGUAGES}
