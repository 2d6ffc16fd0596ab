"""Each reader against its own list of answers: `asked/QUESTION.txt`, "sentence => JSON value", "-" for no answer.

Behind "  or " stand the other options; "  ?" at the end: the answer is a guess, and is confirmed first. Wishes are
written as the labels that the person can choose from.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from bot.nlu.asked import ASKED
from bot.nlu.sentence import Sentence

if TYPE_CHECKING:
    from bot.nlu.parse import Entity

TODAY = date(2026, 11, 24)
LISTS = Path(__file__).parent / "asked"


def cases() -> list[tuple[str, str, str]]:
    return [
        (path.stem, *line.split(" => ", 1))  # type: ignore[misc]
        for path in sorted(LISTS.glob("*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]


def as_written(question: str, entity: Entity | None) -> Any:
    if entity is None:
        return "-"
    options = list(entity.options) or [entity.value]
    return [option["label"] for option in options] if question == "wishes" else options


def as_expected(question: str, written: str) -> Any:
    if written == "-":
        return "-"
    first, _, others = written.partition("  or ")
    value = json.loads(first)
    return value if question == "wishes" else [value, *(json.loads(others) if others else [])]


@pytest.mark.parametrize(("question", "sentence", "expected"), cases())
def test_the_answer_is_understood(question: str, sentence: str, expected: str) -> None:
    entity = ASKED[question](Sentence.of(sentence), TODAY)
    found = as_written(question, entity)
    value = expected.removesuffix("  ?")
    assert found == as_expected(question, value), f"{question}: {sentence!r} was read as {found}, not as {expected}"
    assert bool(entity and entity.unsure) == expected.endswith("  ?"), f"{question}: {sentence!r} is a guess, or none"
    if entity:
        assert 0 <= entity.start < entity.end <= len(sentence)
        assert not entity.options or entity.options[0] == entity.value


def test_every_question_has_a_list_of_at_least_25_sentences() -> None:
    lengths = {path.stem: len(path.read_text(encoding="utf-8").splitlines()) for path in LISTS.glob("*.txt")}
    assert lengths.keys() == ASKED.keys()
    assert min(lengths.values()) >= 25
