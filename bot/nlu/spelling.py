"""Misspelt words of time, put right: "2 jar", "20 uhr", "dinstag". Data in `bot/data/spelling.txt`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from bot.nlu.also import also
from bot.nlu.lists import sections
from bot.nlu.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from bot.nlu.parse import Entity

    Reader = Callable[[Sentence, date], Entity | None]

_SHORTEST = 4


def also_misspelt(reader: Reader) -> Reader:
    """Let a reader of answers hear misspelt words too: put right first, then as it stands there."""
    return also(put_right, reader)


def put_right(sentence: Sentence) -> Sentence | None:
    """Give the sentence with its words of time spelt right; None when there is nothing to put right."""
    right = [(token, meant) for token in sentence.tokens if (meant := _meant(token.text)) != token.text]
    if not right:
        return None
    said, at = "", 0
    for token, meant in right:
        said += sentence.raw[at : token.start] + meant
        at = token.end
    return Sentence.of(said + sentence.raw[at:])


def _meant(word: str) -> str:
    """Give the word that is meant, most often the word itself."""
    always, near, own = _words()
    if word in always:
        return always[word]
    if len(word) < _SHORTEST or word in own:
        return word
    for right in near.get(word[0], ()):
        if OSA.distance(word, right, score_cutoff=1) == 1:
            return right
    return word


@cache
def _words() -> tuple[Mapping[str, str], Mapping[str, tuple[str, ...]], frozenset[str]]:
    """Read the data once: what is always put right, what is near by its first letter, and words of their own."""
    held = sections("spelling.txt")
    always: dict[str, str] = {}
    for line in held["always"]:
        right, _sign, wrong = line.partition(":")
        always |= dict.fromkeys(wrong.split(), right)
    near: dict[str, tuple[str, ...]] = {}
    words = [word for line in held["near"] for word in line.split()]
    for word in words:
        near[word[0]] = (*near.get(word[0], ()), word)
    own = {word for line in held["words of their own"] for word in line.split()} - set(always)
    return always, near, frozenset(own | set(words))
