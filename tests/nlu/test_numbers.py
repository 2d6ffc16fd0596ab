"""Number words are found whole, and mean what they say."""

from __future__ import annotations

import pytest

from bot.nlu.numbers import HAS_NUMBER, NAMED, value_of


@pytest.mark.parametrize("word", sorted(NAMED))
def test_every_number_word_is_found_whole(word: str) -> None:
    found = HAS_NUMBER.search(f"wel {word} uur")
    assert found
    assert found.group() == word
    assert value_of(found.group()) == NAMED[word]
