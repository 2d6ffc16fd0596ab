"""The classifier: what it learns from a few sentences, and what it says of what it never saw."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.nlu import noise
from bot.nlu.calibration import best_temperature, calibration_error, softened
from bot.nlu.classifier import Model, pack, unpack
from bot.nlu.features import MOST_LETTERS, features, of_word
from bot.nlu.lexicon import Lexicon, lexicon
from bot.nlu.rasa_yaml import Data, Example
from bot.nlu.sentence import Sentence
from bot.nlu.training import train

if TYPE_CHECKING:
    from bot.nlu.parse import Entity

SAID = {
    "human": [
        "ik wil een mens spreken",
        "mag ik met iemand praten",
        "bel mij",
        "een persoon graag",
        "praten met iemand",
    ],
    "stop": ["stop met berichten", "geen berichten meer", "ik wil stoppen", "hou op", "niet meer sturen"],
    "inform": ["24 uur per week", "ik wil 32 uur werken", "maximaal 20 uur", "16 uur", "36 uur graag"],
}
DATA = Data(
    tuple(Example(intent, text) for intent, texts in SAID.items() for text in texts),
    {},
    {"about_talk": ("praten", "bellen")},
)
EMPTY = Lexicon()


def no_values(_sentence: Sentence) -> set[str]:
    return set()


@pytest.fixture(scope="module")
def model() -> Model:
    return train(DATA, no_values)


def best(model: Model, text: str, *entities: Entity) -> str:
    return model(Sentence.of(text), entities)[0].name


def test_what_was_learned_is_known_again(model: Model) -> None:
    for intent, texts in SAID.items():
        assert {best(model, text) for text in texts} == {intent}


def test_mistakes_and_words_of_the_same_group_are_no_hindrance(model: Model) -> None:
    assert best(model, "ik wil een mens sprekn") == "human"
    assert best(model, "bellen") == "human"
    assert best(model, "28 uur") == "inform"


def test_a_ranking_is_in_order_and_comes_to_one(model: Model) -> None:
    ranking = model(Sentence.of("ik wil iemand"), ())
    assert [intent.confidence for intent in ranking] == sorted((i.confidence for i in ranking), reverse=True)
    assert sum(intent.confidence for intent in ranking) == pytest.approx(1, abs=0.001)


def test_strange_words_give_no_certain_guess_and_unknown_signs_none(model: Model) -> None:
    assert model(Sentence.of("qxzj vwxq"), ()) == () or model(Sentence.of("qxzj vwxq"), ())[0].confidence < 0.6
    assert model(Sentence.of("👍"), ()) == () or best(model, "👍")
    assert model(Sentence.of("ትግርኛ"), ()) == () or model(Sentence.of("ትግርኛ"), ())[0].confidence < 0.6


def test_the_same_data_gives_the_same_bytes(model: Model) -> None:
    assert pack(train(DATA, no_values)) == pack(model)


def test_progress_goes_up_to_the_end() -> None:
    told: list[float] = []
    train(DATA, no_values, told.append)
    assert told == sorted(told)
    assert told[0] == 0
    assert told[-1] == 1


def test_a_model_is_the_same_after_packing(model: Model) -> None:
    again = unpack(pack(model))
    for texts in SAID.values():
        for text in texts:
            first, second = model(Sentence.of(text), ()), again(Sentence.of(text), ())
            assert [intent.name for intent in first[:1]] == [intent.name for intent in second[:1]]
            assert first[0].confidence == pytest.approx(second[0].confidence, abs=0.01)


@pytest.mark.parametrize("broken", [b"", b"no zip", b"PK\x03\x04" + bytes(100)])
def test_what_is_no_model_is_refused(broken: bytes) -> None:
    with pytest.raises(ValueError, match="model"):
        unpack(broken)


@settings(max_examples=50)
@given(st.data())
def test_half_a_model_is_refused(model: Model, data: st.DataObject) -> None:
    packed = pack(model)
    with pytest.raises(ValueError, match="model"):
        unpack(packed[: data.draw(st.integers(0, len(packed) - 1))])


@given(st.text(max_size=4000))
def test_any_text_has_features_and_not_more_for_a_longer_one(text: str) -> None:
    found = features(Sentence.of(text), (), EMPTY).all(of_word)
    assert len(found) <= MOST_LETTERS * 6 + 4
    assert all(found)


def test_features_tell_words_groups_values_and_questions_apart() -> None:
    known = lexicon(["met iemand praten"], {"about_talk": ("praten",), "about_who": ("iemand",), "place": ("utrecht",)})
    found = features(Sentence.of("praten met iemand 24?"), ("hours",), known).all(of_word)
    assert {
        "=praten",
        "=praten met",
        "=^ praten",
        "=?",
        "=00",
        "@about_talk",
        "@about_talk about_who",
        "#hours",
    } <= found
    assert not any(part.startswith("@place") for part in found)


@pytest.mark.parametrize(
    ("written", "meant"),
    [("paten", "praten"), ("praaten", "praten"), ("praten", "praten"), ("xyz", "xyz"), ("banaan", "banaan"), ("", "")],
)
def test_a_misspelt_word_is_read_as_the_nearest_known_one(written: str, meant: str) -> None:
    assert lexicon(["met iemand praten over werk"], {}).meant(written) == meant


@given(st.text(max_size=200), st.integers())
def test_the_same_seed_makes_the_same_mistakes(text: str, seed: int) -> None:
    first, second = (
        [noise.misspelt(text, random, 0.1), noise.by_ear(text, random), noise.unspaced(text, random)]
        for random in (Random(seed), Random(seed))  # noqa: S311 - mistakes that come back are the point
    )
    assert first == second


def test_a_temperature_makes_certain_mistakes_less_certain() -> None:
    scores = np.array([[9.0, 0.0], [9.0, 0.0], [0.0, 9.0], [9.0, 0.0]], dtype=np.float32)
    right = np.array([0, 1, 1, 0])
    hot = best_temperature(scores, right)
    assert hot > 1
    before, after = (softened(scores, each).max(axis=1) for each in (1.0, hot))
    hits = scores.argmax(axis=1) == right
    assert calibration_error(after, hits) < calibration_error(before, hits)


def test_an_honest_confidence_has_no_error() -> None:
    assert calibration_error(np.array([0.5, 0.5]), np.array([True, False])) == 0
    assert calibration_error(np.array([0.9, 0.9]), np.array([False, False])) == pytest.approx(0.9)
