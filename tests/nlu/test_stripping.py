"""What may be learned from holds no name, no number and no place: `stripped.txt`, and any text."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.readers import contact
from bot.nlu.sentence import Sentence
from bot.nlu.stripping import stripped

TODAY = date(2026, 11, 24)
LINES = (Path(__file__).parent / "stripped.txt").read_text(encoding="utf-8").splitlines()
WORDS = st.sampled_from(
    "ik wil werk Fatima in Overvecht 06 12345678 3562AB a@b.nl niet Janssen mijn zoon 24 uur ²٣ é".split()
)


@pytest.mark.parametrize(("said", "left"), [line.split(" => ") for line in LINES])
def test_names_numbers_and_places_go(said: str, left: str) -> None:
    assert (stripped(said, TODAY) or "-") == left


def test_a_name_that_was_said_before_goes_in_any_spelling() -> None:
    assert stripped("van Roos mag ik niet werken, zegt roos", TODAY, ("Roos",)) == "van … mag ik niet werken, zegt …"


@given(st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=30).map(" ".join)))
def test_no_digit_and_no_address_is_ever_left(text: str) -> None:
    left = stripped(text, TODAY, ("Fatima",)) or ""
    assert not any(letter.isdigit() for letter in left)
    assert not contact.spot(Sentence.of(left), TODAY)
    assert "fatima" not in left.lower()
