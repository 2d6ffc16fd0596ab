"""The language data: the training set in `bot/nlu/data`, the mirrored test set in `intents`, and what is sure."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml
from rapidfuzz import fuzz, process

import bot.nlu
from bot.nlu.engine import parse_sentence
from bot.nlu.lists import sections
from bot.nlu.parse import INTENTS, Intent
from bot.nlu.sentence import words_of

HERE = Path(__file__).parent
TODAY = date(2026, 11, 24)
TRAINING = Path(bot.nlu.__file__).parent / "data"
ENTITIES = frozenset(
    """occupation hours days dayparts place travel ability register licence language experience start first_name phone
    email""".split()
)
OWN_LISTS = ("crisis_in.txt", "crisis_out.txt", "intents.txt", "topics_in.txt", "topics_out.txt", "spotted.txt")
LEAST_TRAINING, LEAST_TEST = 40, 15
NEARLY = 90
"""How alike two sentences may not be, of 100: one letter in ten differs."""
_ANNOTATED = re.compile(r"\[(?P<text>[^\[\]()]+)\]\((?P<entity>[a-z_]+)\)")


def blocks(path: Path) -> list[dict[str, Any]]:
    return yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]  # type: ignore[no-any-return]


def examples(block: dict[str, Any]) -> list[str]:
    return [line.removeprefix("- ") for line in block["examples"].splitlines()]


def told(example: str) -> str:
    """Give the sentence without its annotations."""
    return _ANNOTATED.sub(lambda match: match["text"], example)


def by_intent(folder: Path) -> dict[str, list[str]]:
    held: dict[str, list[str]] = {}
    for path in sorted(folder.glob("*.yml")):
        for block in blocks(path):
            if "intent" in block:
                held.setdefault(block["intent"], []).extend(examples(block))
    return held


def listed() -> set[str]:
    """Give the folded sentences of the other lists in this folder."""
    paths = [HERE / name for name in OWN_LISTS] + sorted((HERE / "asked").glob("*.txt"))
    lines = [line for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    sure = [case["text"] for name in ("must.yml", "must_not.yml", "values.yml") for case in cases(name)]
    return {words_of(line.split(" => ")[0]) for line in lines} | {words_of(text) for text in sure}


WORDS_ALONE = 2
"""A way of putting an answer of so few words is no sentence that one could learn by heart."""


def cases(name: str) -> list[dict[str, Any]]:
    return yaml.safe_load((HERE / name).read_text(encoding="utf-8"))  # type: ignore[no-any-return]


FILES = [*sorted(TRAINING.glob("*.yml")), *sorted((HERE / "intents").glob("*.yml"))]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_has_the_shape_of_rasa_3_1(path: Path) -> None:
    held = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert held.keys() == {"version", "nlu"}
    assert held["version"] == "3.1"
    for block in held["nlu"]:
        kinds = block.keys() - {"examples"}
        assert len(kinds) == 1
        assert kinds <= {"intent", "synonym", "lookup"}
        assert block["examples"].splitlines()
        for line in block["examples"].splitlines():
            assert line.startswith("- "), line
            assert line.removeprefix("- ").strip() == line.removeprefix("- "), line
            assert line.removeprefix("- "), path.name


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_annotation_can_be_read(path: Path) -> None:
    for block in blocks(path):
        for example in examples(block):
            entities = {match["entity"] for match in _ANNOTATED.finditer(example)}
            assert entities <= ENTITIES, example
            assert not set("[](){}") & set(told(example)), example
            assert "intent" in block or not entities, example


@pytest.mark.parametrize(("folder", "least"), [(TRAINING, LEAST_TRAINING), (HERE / "intents", LEAST_TEST)])
def test_every_intent_has_its_sentences_and_no_other_has(folder: Path, least: int) -> None:
    held = by_intent(folder)
    assert held.keys() == INTENTS
    thin = {intent: len(lines) for intent, lines in held.items() if len(lines) < least}
    assert not thin


def test_every_entity_is_annotated_in_training() -> None:
    found = Counter(
        match["entity"]
        for lines in by_intent(TRAINING).values()
        for line in lines
        for match in _ANNOTATED.finditer(line)
    )
    assert found.keys() == ENTITIES
    assert min(found.values()) >= 2


def test_a_lookup_is_about_an_entity_or_a_group_of_words() -> None:
    named = {block["lookup"] for path in sorted(TRAINING.glob("*.yml")) for block in blocks(path) if "lookup" in block}
    assert {name for name in named if not name.startswith("about_")} <= ENTITIES


def test_the_test_set_has_one_file_an_intent() -> None:
    for path in sorted((HERE / "intents").glob("*.yml")):
        assert [block["intent"] for block in blocks(path)] == [path.stem]


@pytest.mark.parametrize("folder", [TRAINING, HERE / "intents"])
def test_no_sentence_stands_there_twice(folder: Path) -> None:
    counted = Counter(words_of(told(line)) or line for lines in by_intent(folder).values() for line in lines)
    assert not [sentence for sentence, count in counted.items() if count > 1]


def test_no_sentence_is_trained_on_that_is_tested_on() -> None:
    trained = {words_of(told(line)) or line for lines in by_intent(TRAINING).values() for line in lines}
    tested = {words_of(told(line)) or line for lines in by_intent(HERE / "intents").values() for line in lines}
    assert not trained & tested
    assert not trained & listed()


def test_no_way_of_putting_an_answer_is_a_sentence_that_is_tested_on() -> None:
    tested = {words_of(told(line)) for lines in by_intent(HERE / "intents").values() for line in lines} | listed()
    ways = {line for name in ("nl", "en") for lines in sections(f"frames_{name}.txt").values() for line in lines}
    told_whole = {line for line in ways if "<" not in line and len(line.split()) > WORDS_ALONE}
    assert not told_whole & tested


def test_no_sentence_is_trained_on_that_is_nearly_one_that_is_tested_on() -> None:
    trained = [words_of(told(line)) for lines in by_intent(TRAINING).values() for line in lines]
    tested = [words_of(told(line)) for lines in by_intent(HERE / "intents").values() for line in lines]
    likeness = process.cdist(tested, trained, scorer=fuzz.ratio, score_cutoff=NEARLY, dtype=np.uint8)
    near = [(tested[one], trained[other]) for one, other in np.argwhere(likeness) if tested[one]]
    assert not near


def test_the_lists_of_what_is_sure_are_long_enough() -> None:
    assert len(cases("values.yml")) >= 150
    assert len(cases("must_not.yml")) >= 120
    assert len(cases("must.yml")) >= 100
    for name in ("values.yml", "must_not.yml", "must.yml"):
        counted = Counter(case["text"] for case in cases(name))
        assert not [text for text, count in counted.items() if count > 1], name


def test_what_is_sure_names_known_intents_and_entities() -> None:
    for case in cases("must_not.yml"):
        assert case.keys() == {"text", "not"}
        assert set(case["not"]) <= INTENTS | ENTITIES, case
    for case in cases("must.yml"):
        assert case.keys() == {"text", "intent"}
        assert case["intent"] in {"crisis", "stop", "delete_data"}, case
    for case in cases("values.yml"):
        assert case.keys() == {"text", "values"}
        assert {value["entity"] for value in case["values"]} <= ENTITIES, case


@pytest.mark.parametrize("case", cases("must.yml"), ids=lambda case: case["text"])
def test_care_stop_and_erase_are_never_missed(case: dict[str, Any]) -> None:
    parse = parse_sentence(case["text"], TODAY, lambda _sentence, _entities: (Intent("chitchat", 1.0),))
    assert parse.intent == Intent(case["intent"], 1.0), case["text"]
    assert parse.certain


@pytest.mark.parametrize("case", cases("must_not.yml"), ids=lambda case: case["text"])
def test_what_was_not_meant_is_not_understood(case: dict[str, Any]) -> None:
    parse = parse_sentence(case["text"], TODAY)
    found = {parse.intent.name} if parse.intent else set()
    found |= {entity.entity for entity in parse.entities} - INTENTS
    assert not found & set(case["not"]), f"{case['text']!r} was understood as {found}"
