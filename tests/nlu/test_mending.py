"""Misspelt words that are put right before anything is read: what is meant, what is left alone, and where it stood."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.asked import ASKED
from bot.nlu.engine import parse_sentence
from bot.nlu.example_lines import examples
from bot.nlu.mending import mended
from bot.nlu.noise import is_slip, misspelt
from bot.nlu.parse import Intent
from bot.nlu.rasa_yaml import read
from bot.nlu.sentence import Sentence
from bot.nlu.vocabulary_sources import vocabulary
from bot.trained import EXAMPLES

TODAY = date(2026, 11, 24)
WORDS = st.sampled_from(
    "ik wil 24 uurr in Utrehct schoonmakr vrijdga 😀 nooitt İstanbul é 12,5 rijbeiwjs a@b.nl".split()
)


def right(text: str) -> str:
    return mended(Sentence.of(text)).sentence.raw


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("ik wil 24 uru werken", "ik wil 24 uur werken"),
        ("ik woon in Utrehct", "ik woon in Utrecht"),
        ("ik heb gen rijbewujs", "ik heb geen rijbewijs"),
        ("maandga en dinsdaag", "maandag en dinsdag"),
        ("ik zoek werk als schoonmakr", "ik zoek werk als schoonmaker"),
        ("vijf jaar ervarimg", "vijf jaar ervaring"),
        ("ik spreek arabsich", "ik spreek arabisch"),
    ],
)
def test_a_misspelt_word_is_put_right(written: str, meant: str) -> None:
    assert right(written) == meant


@pytest.mark.parametrize(
    "written",
    [
        "ik heet Samnira",
        "ik ben Fatma",
        "noem me maar Jelte",
        "u kunt me Achmed noemen",
        "mail naar jan.baker@exampel.org",
        "kijk op www.werkken.nl",
        "can you make it easier",
        "mijn dochter maakt een tekening",
        "blubber de blub",
        "gewoon zwoekelen bij de broggel",
        "xyzxyz",
        "di wo do",
        "24 min met de bus",
    ],
)
def test_names_addresses_real_words_and_nonsense_are_left_alone(written: str) -> None:
    assert right(written) == written


def test_a_value_stands_where_the_misspelt_word_stands() -> None:
    text = "😀 ik wil als schoonmakr werken, 24 uuur, in Utrehct"
    found = {each.entity: text[each.start : each.end] for each in parse_sentence(text, TODAY).entities}
    assert found == {"occupation": "schoonmakr", "hours": "24 uuur", "place": "Utrehct"}


@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_what_was_not_mended_stands_where_it_stood(text: str) -> None:
    result = mended(Sentence.of(text))
    assert result.written.raw == text
    at = before = 0
    for start, end, start_before, end_before in result.moved:
        assert result.sentence.raw[at:start] == text[before:start_before]
        at, before = end, end_before
    assert result.sentence.raw[at:] == text[before:]


@pytest.mark.parametrize(
    ("text", "entity"),
    [("ik kan neit tillen", "ability"), ("ik kan nuett tillen", "ability"), ("ik heb heeen rijbewijs b", "licence")],
)
def test_a_no_that_is_misspelt_never_becomes_a_yes(text: str, entity: str) -> None:
    for each in parse_sentence(text, TODAY).entities:
        assert each.entity != entity or each.value in ({"lift": False}, [])


def test_an_answer_beside_a_word_that_may_be_no_is_confirmed_first() -> None:
    found = ASKED["licence"](Sentence.of("eeen rijbewijs b"), TODAY)
    assert found is not None
    assert found.unsure


@pytest.mark.parametrize("text", ["ik wil doood", "ik denk aan zelfmooord", "ik wil niet mer levven"])
def test_danger_is_heard_in_misspelt_words(text: str) -> None:
    assert parse_sentence(text, TODAY).intent == Intent("crisis", 1.0)


def test_a_misspelt_command_is_heard_and_not_certain() -> None:
    parse = parse_sentence("ik wil stopppen", TODAY)
    assert parse.intent is not None
    assert (parse.intent.name, parse.certain) == ("stop", False)


def test_the_words_of_other_languages_are_never_meant() -> None:
    assert "evening" not in dict(vocabulary().near("eevening"))
    assert "maandag" in dict(vocabulary().near("maandga"))


def test_the_words_are_counted_in_the_sentences_that_are_trained_on() -> None:
    files = [(file.name, file.read_text(encoding="utf-8")) for file in sorted(EXAMPLES.glob("*.yml"))]
    assert [said for _name, text in files for said in examples(text)] == [each.text for each in read(files).examples]


@pytest.mark.parametrize("wrong", ["maandga", "maandagg", "maanda", "msandag", "aandag", "amandag", "maanddag"])
def test_a_slip_is_one_mistake_of_a_finger(wrong: str) -> None:
    assert is_slip(wrong, "maandag")


@pytest.mark.parametrize("wrong", ["paandag", "xmaandag", "maandagen", "msandsg", "mandga", "maandagx"])
def test_other_mistakes_are_no_slip(wrong: str) -> None:
    assert not is_slip(wrong, "maandag")


def test_the_noise_that_is_measured_with_makes_slips() -> None:
    random = Random(3)  # noqa: S311 - mistakes have to be the same ones every time
    wrong = {misspelt("uur", random, 0.3) for _each in range(200)} - {"uur"}
    assert any(is_slip(each, "uur") for each in wrong)
