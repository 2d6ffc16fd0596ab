"""Misspelt words that are put right before anything is read: what is meant, what is left alone, and where it stood."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from bot.nlu import real_words
from bot.nlu.asked import ASKED
from bot.nlu.engine import parse_sentence
from bot.nlu.example_lines import examples
from bot.nlu.mending import mended, otherwise
from bot.nlu.noise import likeness, misspelt
from bot.nlu.parse import Intent
from bot.nlu.rasa_yaml import read
from bot.nlu.readers.day_words import NO
from bot.nlu.real_words import is_real, is_usual, words
from bot.nlu.sentence import Sentence
from bot.nlu.vocabulary_sources import vocabulary
from bot.trained import EXAMPLES

if TYPE_CHECKING:
    from pathlib import Path
    from random import Random

MOST = 4
"""Mistakes in a word."""

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
        ("door mijn rug ka ik niet tillen", "door mijn rug kan ik niet tillen"),
        ("tillen kan ik nit", "tillen kan ik niet"),
        ("ik kan nie lang staan", "ik kan niet lang staan"),
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
        "flarden de zwoep",
        "gewoon zwoekelen bij de zwiebel",
        "xyzxyz",
        "di wo do",
        "24 min met de bus",
    ],
)
def test_names_addresses_real_words_and_nonsense_are_left_alone(written: str) -> None:
    assert right(written) == written


def test_who_slips_once_slips_again() -> None:
    assert right("24 uur er week") == "24 uur er week"
    assert right("24 uuur er week") == "24 uur per week"


def test_in_a_long_text_every_word_is_not_doubted() -> None:
    long = ", ".join(["ik ben thuis"] * 20)
    assert right(f"24 uuur er week, {long}") == f"24 uur er week, {long}"


@pytest.mark.parametrize("written", ["iedeereen kent mij als Bep", "u maag Joop zeggen", "ik bn Tim"])
def test_a_word_with_a_capital_is_no_slip_of_another_one(written: str) -> None:
    capital = next(word for word in written.split() if word[0].isupper())
    assert capital in right(written).split()


def test_a_place_with_a_capital_is_put_right() -> None:
    assert right("ik woon in Den Boscch") == "ik woon in Den Bosch"


def test_licences_in_capitals_are_meant() -> None:
    assert right("rijbewwijs AM") == "rijbewijs AM"


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
    assert "yesterday" not in dict(vocabulary().near("yestterday", 2))
    assert "maandag" in dict(vocabulary().near("maandga", 2))


def test_the_words_are_counted_in_the_sentences_that_are_trained_on() -> None:
    files = [(file.name, file.read_text(encoding="utf-8")) for file in sorted(EXAMPLES.glob("*.yml"))]
    assert [said for _name, text in files for said in examples(text)] == [each.text for each in read(files).examples]


@pytest.mark.parametrize("wrong", ["maandga", "maandagg", "maanda", "msandag", "aandag", "amandag", "maanddag"])
def test_one_slip_of_a_finger_is_the_likeliest_mistake(wrong: str) -> None:
    assert likeness(wrong, "maandag", 3) == 1


@pytest.mark.parametrize("wrong", ["mqandag", "xmaandag", "msandsg", "mandga", "maandagx", "aamdag"])
def test_another_mistake_or_a_second_one_is_less_likely(wrong: str) -> None:
    assert 0 < likeness(wrong, "maandag", 3) <= 0.1


def test_too_many_mistakes_are_no_likeness() -> None:
    assert likeness("mndg", "maandag", 2) == 0


@given(st.sampled_from(["werken", "vrijdag", "schoonmaker", "uur"]), st.randoms(use_true_random=False))
def test_what_the_noise_makes_is_like_the_word(word: str, random: Random) -> None:
    wrong = misspelt(word, random, 0.1)
    assert OSA.distance(wrong, word) > MOST or likeness(wrong, word, MOST) > 0


def test_a_real_word_that_nobody_says_there_is_put_right() -> None:
    assert right("24 uur pet week") == "24 uur per week"


@pytest.mark.parametrize("written", ["ik haat mijn werk", "de jas hangt op", "ik heb pijn bij zitten", "ik hang op"])
def test_a_real_word_of_every_day_is_meant(written: str) -> None:
    assert right(written) == written


def test_a_name_stays_behind_words_that_are_put_right() -> None:
    assert right("ik hete Samnira") == "ik hete Samnira"
    assert right("ik hhet Samnira") == "ik heet Samnira"
    assert right("mijn naaam is Anne-Marie") == "mijn naam is Anne-Marie"


def test_the_words_of_dutch_are_kept_and_read_again() -> None:
    every, usual = words("nl")
    assert is_real("werkzoekende")
    assert not is_real("werkzoekned")
    assert set(usual.tolist()) <= set(every.tolist())
    assert is_usual("werken")
    assert not is_usual("hoveniers")


def test_the_words_are_made_anew_where_they_are_not_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(real_words, "ENVIRONMENT", tmp_path)
    words.cache_clear()
    try:
        made = words("nl")
        kept = next(tmp_path.iterdir())
        kept.write_bytes(kept.read_bytes()[:100])
        words.cache_clear()
        again = words("nl")
    finally:
        words.cache_clear()
    assert made == again


@pytest.mark.parametrize(
    ("written", "entity", "value"),
    [
        ("mijn adres is den bosch daar woon ok", "place", {"pc4": "5211", "name": "Den Bosch"}),
        ("ik zoek een votjidban", "hours", {"min": 36, "max": 40}),
        ("2 adgen in de wek", "hours", {"min": 16, "max": 16}),
        ("ik ewrkk a zedtien jaaar in de ozrg", "experience", {"years": 16}),
    ],
)
def test_of_words_that_fit_as_well_that_one_counts_with_which_a_sentence_says_more(
    written: str, entity: str, value: object
) -> None:
    assert [(found.entity, found.value) for found in parse_sentence(written, TODAY).entities] == [(entity, value)]


@pytest.mark.parametrize("written", ["ik wil rapper worden", "dat is een kenner", "kk hoi"])
def test_a_real_or_a_short_word_never_becomes_work(written: str) -> None:
    assert not [entity for entity in parse_sentence(written, TODAY).entities if entity.entity == "occupation"]


def test_a_name_is_never_read_otherwise() -> None:
    right = mended(Sentence.of("ik hetee votjidban"))
    assert [token.text for token, words in right.doubted if words] == ["votjidban"]
    assert list(otherwise(right)) == []
    assert parse_sentence("ik hetee votjidban", TODAY).entities[0].value == "Votjidban"


@given(st.lists(WORDS, max_size=8).map(" ".join))
def test_what_is_read_otherwise_differs_in_one_word_and_says_no_no(text: str) -> None:
    right = mended(Sentence.of(text))
    for other in otherwise(right):
        assert other.written is right.written
        assert len(set(other.changed) ^ set(right.changed)) in {1, 2}
        assert not {word for _token, word in set(other.changed) - set(right.changed)} & NO
        assert len(other.doubted) < len(right.doubted)


@pytest.mark.parametrize("name", ["piet", "riet", "niek", "ali", "jip", "meron", "feven", "noa", "samira", "gerrit"])
def test_a_name_in_small_letters_beside_a_slip_stays_and_is_no_no(name: str) -> None:
    for text in (f"ik ben {name} en ik kan op mandag", f"groetjes {name}, ik zok werk", f"mijn vriend {name} kn koken"):
        mend = mended(Sentence.of(text))
        assert name in mend.sentence.words
        assert not mend.unclear


@pytest.mark.parametrize(
    "text", ["ik kan neit tillen", "ik kan nniet tillen", "ik kan nit tillen", "ik kan iet tillen"]
)
def test_a_slip_of_no_stays_a_no_or_says_nothing(text: str) -> None:
    assert [each.value for each in parse_sentence(text, TODAY).entities] in ([{"lift": False}], [])
