"""Long texts and long runs of spaces: what is read of them, and where it stands."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.asked import ASKED
from bot.nlu.engine import parse_sentence
from bot.nlu.sentence import Sentence
from bot.nlu.tidied import MOST_READ, tidied

TODAY = date(2026, 11, 24)


def test_a_value_behind_many_spaces_stands_where_it_was_written() -> None:
    text = "ik woon in Utrecht" + " " * 300 + "en wil 24 uur"
    assert [text[found.start : found.end] for found in parse_sentence(text, TODAY).entities] == ["Utrecht", "24 uur"]


def test_an_answer_is_read_from_the_beginning_alone() -> None:
    asked = ASKED["hours"]
    assert asked(Sentence.of("24 uur" + " " * 3_000), TODAY) is not None
    assert asked(Sentence.of("x " * MOST_READ + "24 uur"), TODAY) is None


@given(st.text(alphabet=st.sampled_from("a \n\t1é😀"), max_size=2 * MOST_READ))
def test_no_word_is_cut_or_lost(text: str) -> None:
    kept = tidied(Sentence.of(text)).sentence
    assert len(kept.raw) <= MOST_READ
    assert Sentence.of(text).plain.startswith(kept.plain) or len(text) > MOST_READ
