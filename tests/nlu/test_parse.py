"""The engine: any text, the classifier's place, Rasa's shape, and the data it stands on."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import bot.data
from bot.nlu import occupations, places
from bot.nlu.asked import ASKED
from bot.nlu.engine import LONGEST, Embedded, no_guess, parse_sentence, surely, with_guesses
from bot.nlu.numbers import NAMED
from bot.nlu.parse import CARE_BESIDE, CARE_FROM, INTENTS, Entity, Intent
from bot.nlu.readers import ability, contact
from bot.nlu.sentence import Sentence
from bot.nlu.tidied import MOST_READ
from bot.nlu.wire import as_json

TODAY = date(2026, 11, 24)
DATA = Path(bot.data.__file__).parent
WORDS = st.sampled_from(
    """ik wil niet 24 uur in Utrecht schoonmaker ma di zo 3562 AB dood tillen rijbewijs B een beetje Nederlands over
    2 weken januari 31 02 06 12345678 a@b.nl , . ? 😀 👍 é ﬁ İ ß ½ ² ٣ fiets half km jaar ervaring""".split()
)
TEXTS = st.one_of(st.text(max_size=LONGEST), st.lists(WORDS, max_size=60).map(" ".join))
OFTEN = settings(max_examples=150)


@OFTEN
@given(TEXTS)
def test_any_text_is_parsed_and_places_lie_in_it(text: str) -> None:
    parse = parse_sentence(text, TODAY)
    assert parse.text == text
    for entity in parse.entities:
        assert 0 <= entity.start < entity.end <= len(text)
        assert text[entity.start : entity.end]
        json.dumps(entity.value)


@OFTEN
@given(TEXTS, st.dates(min_value=date(2000, 1, 1), max_value=date(2100, 1, 1)))
def test_any_text_is_read_as_an_answer_without_an_error(text: str, today: date) -> None:
    sentence = Sentence.of(text)
    for reads in (*ASKED.values(), ability.asked, contact.asked):
        entity = reads(sentence, today)
        if entity:
            assert 0 <= entity.start < entity.end <= len(text)
            json.dumps(entity.value)


@given(st.text())
def test_a_folded_text_has_the_length_of_the_text(text: str) -> None:
    sentence = Sentence.of(text)
    assert len(sentence.folded) == len(text)
    assert all(sentence.folded[token.start : token.end] == token.text for token in sentence.tokens)


def test_only_the_first_4000_characters_are_read() -> None:
    assert parse_sentence("a " * 2000 + "24 uur", TODAY).entities == ()
    assert parse_sentence("24 uur " + "a " * 4000, TODAY).entities[0].value == {"min": 24, "max": 24}


async def test_the_classifier_guesses_only_where_no_rule_is_certain() -> None:
    guesses = (Intent("interested", 0.7), Intent("affirm", 0.2))
    engine = Embedded(lambda: TODAY, lambda _sentence, _entities: guesses)
    guessed = await engine.parse("dat lijkt me wel wat voor mij")
    assert (guessed.intent, guessed.intent_ranking, guessed.certain) == (guesses[0], guesses, False)
    assert (await engine.parse("stop")).intent == Intent("stop", 1.0)
    said = await engine.parse("ja")
    assert said.intent is not None
    assert [intent.name for intent in said.intent_ranking] == ["affirm", "interested"]


def test_a_parse_has_the_shape_of_rasa() -> None:
    told = as_json(parse_sentence("24 uur in Overvecht", TODAY))
    assert told == {
        "text": "24 uur in Overvecht",
        "intent": {"name": "inform", "confidence": 0.8},
        "intent_ranking": [{"name": "inform", "confidence": 0.8}],
        "entities": [
            {"entity": "hours", "start": 0, "end": 6, "value": {"min": 24, "max": 24}},
            {"entity": "place", "start": 10, "end": 19, "value": {"pc4": "3562", "name": "Overvecht"}},
        ],
    }
    assert as_json(parse_sentence("", TODAY))["intent"] == {"name": None, "confidence": 0.0}


def test_the_rules_name_only_known_intents() -> None:
    for name in ("phrases.txt", "patterns.txt", "yesno.txt"):
        text = (DATA / name).read_text(encoding="utf-8")
        sections = {line[1:-1] for line in text.splitlines() if line.startswith("[")}
        assert sections <= INTENTS | {"another device"}


@pytest.mark.parametrize(
    "text",
    [
        *("1" * 4000, "9" * 400 + " uur", "over " + "9" * 400 + " jaar", "0" * 4000, "1." * 2000),
    ],
)
def test_a_huge_number_is_no_answer_and_no_error(text: str) -> None:
    sentence = Sentence.of(text)
    assert [name for name, reads in ASKED.items() if reads(sentence, TODAY)] == []
    assert parse_sentence(text, TODAY).entities == ()


def test_number_words_reach_from_zero_to_a_hundred() -> None:
    assert set(range(101)) <= set(NAMED.values())


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as read:
        return list(csv.DictReader(read))


def test_every_everyday_word_leads_to_its_occupation() -> None:
    everyday = rows("synonyms.csv")
    assert sum(len(row["people"].split("|")) for row in everyday) >= 150
    for row in everyday:
        found = occupations.find(row["label"])
        assert found[0].label == row["label"]
        assert occupations.by_uri_id(found[0].uri.rsplit("/", 1)[1]) is not None


@pytest.mark.parametrize(
    "word",
    """schoonmaker kok kapper lasser tuinman afwasser bezorger bouwvakker vakkenvuller naaister beveiliger
    buschauffeur""".split(),
)
def test_an_everyday_word_is_not_ambiguous(word: str) -> None:
    assert len(occupations.find(word)) == 1


@pytest.mark.parametrize("word", ["chauffeur", "magazijn", "zorg", "monteur"])
def test_an_ambiguous_word_gives_a_choice(word: str) -> None:
    assert 2 <= len(occupations.find(word)) <= 4


@pytest.mark.parametrize("word", ["", "banaan", "qqqq", "wat bedoel je", "12"])
def test_what_is_no_work_is_not_found(word: str) -> None:
    assert occupations.find(word) == []


def test_the_sectors_hold_five_occupations_each() -> None:
    sectors = occupations.sectors()
    assert len(sectors) >= 12
    assert len({sector.key for sector in sectors}) == len(sectors)
    assert all(len(sector.occupations) == 5 and sector.emoji for sector in sectors)
    assert occupations.by_uri_id("nothing") is None


def test_every_neighbourhood_lies_in_a_postcode_that_exists() -> None:
    hoods = [row for row in rows("neighbourhoods.csv") if row["town"]]
    assert len(hoods) >= 60
    for row in hoods:
        spot = places.with_code(row["pc4"])
        assert spot is not None
        assert spot.municipality == row["town"]


def test_a_name_in_several_municipalities_gives_each() -> None:
    assert [spot.name for spot in places.named("laren")] == ["Laren", "Laren (Lochem)"]
    assert len(places.named("centrum")) == 3


def test_danger_is_seen_in_a_long_text_and_values_only_in_its_beginning() -> None:
    story = "ik vertel wat er gebeurde. " * 130
    assert parse_sentence(f"{story} ik wil dood", TODAY).topic is None
    assert parse_sentence(f"{story} ik wil dood", TODAY).intent == Intent("crisis", 1.0)
    assert parse_sentence(f"{story} ik wil 24 uur werken", TODAY).entities == ()
    assert [each.entity for each in parse_sentence(f"ik wil 24 uur werken. {story}", TODAY).entities] == ["hours"]


def test_what_is_cut_off_is_not_read_as_something_else() -> None:
    filled = "a " * (MOST_READ // 2 - 1)
    assert parse_sentence(f"{filled}2400 uur", TODAY).entities == ()
    assert parse_sentence("x" * (MOST_READ * 2), TODAY).entities == ()


@pytest.mark.parametrize("gap", [" " * 900, "-" * 900, "a-" * 450, "a" * 900, " " * 450 + "." * 450])
def test_a_long_gap_is_read_like_any_other_text(gap: str) -> None:
    hours = [each.value for each in parse_sentence(f"32 uur {gap} kan ook, 4 dagen", TODAY).entities]
    assert {"min": 32, "max": 32} in hours


def test_the_readers_do_not_work_more_for_a_longer_text(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []

    def counting(sentence: Sentence, _today: date) -> list[Entity]:
        seen.append(len(sentence.raw))
        return []

    monkeypatch.setattr("bot.nlu.engine._READERS", (counting,))
    for length in (100, 1000, 4000):
        parse_sentence("ja nu " * (length // 6), TODAY)
    assert max(seen) <= MOST_READ


@pytest.mark.parametrize(
    ("text", "confidence", "cared_for"),
    [
        ("dat is te veel voor mij", CARE_FROM, True),
        ("dat is te veel voor mij", CARE_FROM - 0.01, False),
        ("zelf heet ik Khadija", CARE_BESIDE - 0.01, False),
        ("zelf heet ik Khadija", CARE_BESIDE, True),
    ],
)
def test_danger_is_guessed_sooner_where_nothing_else_is_told(text: str, confidence: float, *, cared_for: bool) -> None:
    _right, parse = surely(text, TODAY)
    guessed = with_guesses(parse, (Intent("crisis", confidence),), no_guess)
    assert ("crisis" in {intent.name for intent in guessed.intent_ranking}) is cared_for
