"""Intents that need no guess, care in a crisis, and what must not be understood."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.nlu import rasa_yaml
from bot.nlu.crisis import is_crisis
from bot.nlu.engine import parse_sentence
from bot.nlu.parse import INTENTS, TOPICS, Intent
from bot.nlu.rules import wanted_language, wants_link
from bot.nlu.sentence import Sentence
from bot.trained import EXAMPLES, model

if TYPE_CHECKING:
    from collections.abc import Collection

    from bot.nlu.parse import Entity

HERE = Path(__file__).parent
TODAY = date(2026, 11, 24)
NOT_CERTAIN = {"affirm", "deny", "dont_know", "inform"}


def lines(name: str) -> list[str]:
    return (HERE / name).read_text(encoding="utf-8").splitlines()


def pairs(name: str) -> list[tuple[str, str]]:
    return [tuple(line.split(" => ", 1)) for line in lines(name)]  # type: ignore[misc]


@pytest.mark.parametrize(("sentence", "expected"), pairs("intents.txt"))
def test_the_intent_is_understood(sentence: str, expected: str) -> None:
    parse = parse_sentence(sentence, TODAY)
    found = parse.intent.name if parse.intent and parse.intent.name != "inform" else "-"
    assert found == expected, f"{sentence!r} was understood as {found}, not as {expected}"
    assert parse.certain == (found not in {"-", *NOT_CERTAIN} or parse.topic is not None)
    assert expected == "-" or expected in INTENTS


@pytest.mark.parametrize("sentence", lines("crisis_in.txt"))
def test_a_crisis_gets_care_and_never_reaches_the_classifier(sentence: str) -> None:
    asked: list[str] = []

    def classifier(sentence: Sentence, _entities: Collection[Entity]) -> tuple[Intent, ...]:
        asked.append(sentence.raw)
        return (Intent("affirm", 1.0),)

    parse = parse_sentence(sentence, TODAY, classifier)
    assert parse.intent == Intent("crisis", 1.0)
    assert parse.certain
    assert not parse.entities
    assert not asked


@pytest.mark.parametrize("sentence", lines("crisis_out.txt"))
def test_a_way_of_speaking_is_no_crisis(sentence: str) -> None:
    assert not is_crisis(Sentence.of(sentence))


@pytest.mark.parametrize(("sentence", "kinds"), pairs("not_understood.txt"))
def test_what_was_not_said_is_not_understood(sentence: str, kinds: str) -> None:
    found = {entity.entity for entity in parse_sentence(sentence, TODAY).entities}
    assert not found & set(kinds.split()), f"{sentence!r} was understood as {found}"


@pytest.mark.parametrize(("sentence", "kinds"), pairs("spotted.txt"))
def test_several_answers_in_one_sentence_are_all_found(sentence: str, kinds: str) -> None:
    found = [entity.entity for entity in parse_sentence(sentence, TODAY).entities]
    assert sorted(found) == sorted(kinds.split())


@pytest.mark.parametrize(
    "sentence",
    [
        "ik wil op telegram verder",
        "ander apparaat",
        "andere telefoon",
        "/koppel",
        "koppelcode",
        "ik heb een nieuwe telefoon",
        "verder op mijn andere telefoon",
    ],
)
def test_somebody_asks_to_go_on_elsewhere(sentence: str) -> None:
    assert wants_link(Sentence.of(sentence))
    assert parse_sentence(sentence, TODAY).topic == "link"


@pytest.mark.parametrize("sentence", ["telefoons repareren", "ga verder", "hallo", "", "ik werk met een computer"])
def test_nobody_asks_to_go_on_elsewhere(sentence: str) -> None:
    assert not wants_link(Sentence.of(sentence))


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("english please", "en"),
        ("in het engels", "en"),
        ("kun je arabisch", "ar"),
        ("English", "en"),
        ("Türkçe", "tr"),
        ("العربية", "ar"),
        ("українською", "uk"),
        ("po polsku", "pl"),
        ("kan dit in het pools?", "pl"),
        ("ik spreek goed engels", None),
        ("arabisch en nederlands", None),
        ("ik wil nederlands leren", None),
        ("hallo", None),
    ],
)
def test_a_wanted_language_is_heard(sentence: str, code: str | None) -> None:
    assert wanted_language(Sentence.of(sentence)) == code


@pytest.mark.parametrize(("sentence", "expected"), pairs("topics_in.txt"))
def test_the_topic_and_its_intent_are_understood(sentence: str, expected: str) -> None:
    parse = parse_sentence(sentence, TODAY)
    found = f"{parse.topic or '-'} {parse.intent.name if parse.intent else '-'}"
    assert found == expected, f"{sentence!r} is about {found}, not about {expected}"
    assert parse.certain
    assert parse.topic is None or parse.topic in TOPICS
    assert parse.intent is None or parse.intent.name in INTENTS


def test_no_example_of_danger_is_taken_for_grief() -> None:
    held = rasa_yaml.read((file.name, file.read_text(encoding="utf-8")) for file in sorted(EXAMPLES.glob("*.yml")))
    danger = [example.text for example in held.examples if example.intent == "crisis"]
    assert len(danger) > 100
    assert [text for text in danger if parse_sentence(text, TODAY, model()).topic == "mourning"] == []


@pytest.mark.parametrize("sentence", ["ik lach me dood", "mijn telefoon is dood", "doodmoe ben ik"])
def test_no_guess_takes_a_way_of_speaking_for_danger(sentence: str) -> None:
    guesses = (Intent("crisis", 0.96), Intent("greet", 0.04))
    assert parse_sentence(sentence, TODAY, lambda _sentence, _entities: guesses).intent == guesses[1]


@pytest.mark.parametrize("sentence", ["ik ga dood van verdriet", "ik lach me dood van ellende", "mijn vader is weg"])
def test_a_guess_counts_where_it_may_be_meant(sentence: str) -> None:
    parse = parse_sentence(sentence, TODAY, lambda _sentence, _entities: (Intent("crisis", 0.96),))
    assert parse.intent == Intent("crisis", 0.96)


@pytest.mark.parametrize("sentence", lines("topics_out.txt"))
def test_what_is_about_something_else_has_no_topic(sentence: str) -> None:
    assert parse_sentence(sentence, TODAY).topic is None


def test_every_topic_has_its_sentences() -> None:
    assert {expected.split()[0] for _sentence, expected in pairs("topics_in.txt")} == TOPICS | {"-"}


def test_a_move_to_a_named_place_is_read_as_an_answer_too() -> None:
    parse = parse_sentence("ik ben verhuisd naar Utrecht", TODAY)
    assert parse.topic == "change_duty"
    assert not parse.certain
    assert [entity.entity for entity in parse.entities] == ["place"]


def test_the_lists_are_long_enough() -> None:
    assert len(lines("crisis_in.txt")) >= 40
    assert len(lines("crisis_out.txt")) >= 40
