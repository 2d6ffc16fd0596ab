"""A yes and a no in one sentence: neither counts, and a no never becomes a yes by a guess."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogs.yes_or_no import is_both, meaning
from bot.nlu.parse import Intent, Parse

NO = st.sampled_from(("niet", "geen", "niks", "nee", "not"))
OTHER = st.sampled_from("dat vind ik goed hoor die baas mijn naam zien".split())


def guessed(text: str, name: str, *, plain: bool = False) -> Parse:
    intent = Intent(name, 0.99)
    return Parse(text, intent, (intent,), plain=plain)


@given(st.lists(OTHER, min_size=1, max_size=6), NO, st.lists(OTHER, max_size=6))
def test_a_guessed_yes_with_a_no_in_it_is_never_only_a_yes(before: list[str], no: str, behind: list[str]) -> None:
    assert is_both(guessed(" ".join((*before, no, *behind)), "affirm"))


@pytest.mark.parametrize(
    "text", ["nee joh, ik doe gewoon mee", "ja, maar niet mijn naam", "nee dank u, ik wil gewoon meedoen met de chat"]
)
def test_a_no_with_a_yes_in_it_is_both(text: str) -> None:
    assert is_both(guessed(text, "deny"))


@pytest.mark.parametrize("text", ["ja laat maar", "ok, laat maar", "ja laat maar zo", "ja vergeet het maar"])
def test_a_yes_that_drops_it_is_no_yes(text: str) -> None:
    assert is_both(guessed(text, "affirm"))
    assert meaning(guessed(text, "affirm")) is None


@pytest.mark.parametrize("text", ["ik wil niet meedoen", "daar geef ik geen toestemming voor", "doe dat maar niet"])
def test_a_no_alone_is_a_no(text: str) -> None:
    assert not is_both(guessed(text, "deny"))


def test_what_is_plain_is_one_thing() -> None:
    assert not is_both(guessed("geen probleem", "affirm", plain=True))
