"""Patterns of many lines find just what each line finds, however they are put together to be quick."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.lists import any_of, sections
from bot.nlu.sentence import words_of

PLAIN = sorted(
    words_of(line) for file in Path(__file__).parent.glob("*.txt") for line in file.read_text("utf-8").splitlines()
)[::7]

atoms = st.sampled_from(
    ["a", "b", "c", " ", "ab", "c?", "b{2}", "[ab]", r"\w", r"\b", r"\w+ ", ".", "$", "(?!b)", "(?<!a)"]
)
lines = st.recursive(
    st.lists(atoms, min_size=1, max_size=4).map("".join),
    lambda inner: st.tuples(
        st.sampled_from(["", r"\b", "^"]),
        st.lists(inner, min_size=1, max_size=3).map("|".join),
        st.sampled_from(["", "?", "*"]),
        inner,
    ).map(lambda held: f"{held[0]}(?:{held[1]}){held[2]}{held[3]}"),
    max_leaves=6,
)
"""Patterns as they can stand in a file: signs, choices inside choices, and what may be absent."""


def one_after_another(lines: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{line})" for line in lines))


@pytest.mark.parametrize("name", ["stop", "delete_data", "human", "benefit_question", "another device"])
def test_many_patterns_together_find_what_they_find_one_after_another(name: str) -> None:
    lines = sections("patterns.txt")[name]
    quick, slow = any_of(lines), one_after_another(lines)
    for plain in PLAIN:
        found, meant = quick.search(plain), slow.search(plain)
        assert (found and found.span()) == (meant and meant.span()), plain


@given(st.lists(lines, min_size=1, max_size=6), st.lists(st.sampled_from("a b c ab bc".split())).map(" ".join))
def test_lines_of_any_shape_find_what_they_find_one_after_another(written: list[str], plain: str) -> None:
    found, meant = any_of(written).search(plain), one_after_another(tuple(written)).search(plain)
    assert (found is None) == (meant is None)
    assert not found or not meant or found.start() == meant.start()


def test_a_sign_before_a_choice_is_not_for_all_of_it() -> None:
    assert any_of((r"\bab|cd", r"\bef")).search("xcd")
    assert not any_of((r"\b(?:ab|cd)", r"\bef")).search("xcd")
    assert any_of((r"\ba[|]b", r"\bc\|d")).search("x c|d")
