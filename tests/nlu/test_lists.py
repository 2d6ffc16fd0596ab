"""Patterns of many lines find just what each line finds, however they are put together to be quick."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.nlu.lists import any_of, first_look, sections
from bot.nlu.sentence import words_of

PLAIN = sorted(
    words_of(line) for file in Path(__file__).parent.glob("*.txt") for line in file.read_text("utf-8").splitlines()
)[::7]


def one_after_another(lines: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{line})" for line in lines))


@pytest.mark.parametrize("name", ["stop", "delete_data", "human", "benefit_question", "another device"])
def test_many_patterns_together_find_what_they_find_one_after_another(name: str) -> None:
    lines = sections("patterns.txt")[name]
    quick, slow = any_of(lines), one_after_another(lines)
    for plain in PLAIN:
        found, meant = quick.search(plain), slow.search(plain)
        assert (found and found.span()) == (meant and meant.span()), plain


@pytest.mark.parametrize("file", ["patterns.txt", "topics.txt", "crisis.txt"])
def test_a_first_look_sees_what_its_pieces_see(file: str) -> None:
    lines = sections(file)["first look"]
    quick, slow = first_look(lines), one_after_another(lines)
    seen = [bool(quick.search(plain)) for plain in PLAIN]
    assert seen == [bool(slow.search(plain)) for plain in PLAIN]
    assert True in seen
    assert False in seen


def test_a_sign_before_a_choice_is_not_for_all_of_it() -> None:
    assert any_of((r"\bab|cd", r"\bef")).search("xcd")
    assert not any_of((r"\b(?:ab|cd)", r"\bef")).search("xcd")
    assert any_of((r"\ba[|]b", r"\bc\|d")).search("x c|d")
